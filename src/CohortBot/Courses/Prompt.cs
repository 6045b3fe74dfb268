namespace CohortBot.Courses;

/// <summary>
/// A prompt in Semantic Kernel's prompt YAML schema, dialect <c>semantic-kernel</c> with <c>{{$variables}}</c> only.
/// https://learn.microsoft.com/semantic-kernel/concepts/prompts/yaml-schema
/// </summary>
public sealed record Prompt
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The text with its variables.</summary>
    public required string Template { get; init; }

    /// <summary>The variables.</summary>
    public required IReadOnlyList<PromptVariable> Variables { get; init; }

    /// <summary>0 to 2, or null for the model's own.</summary>
    public double? Temperature { get; init; }

    /// <summary>Tokens of an answer at most, or null for the model's own.</summary>
    public int? MaxTokens { get; init; }
}

/// <summary>A variable of a prompt.</summary>
public sealed record PromptVariable(string Name, string Description, string? Default, bool IsRequired);
