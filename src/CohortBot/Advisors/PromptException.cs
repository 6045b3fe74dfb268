namespace CohortBot.Advisors;

/// <summary>A prompt cannot be rendered: its author named a variable that the program does not give, or left a brace open.</summary>
public sealed class PromptException(string prompt, string problem) : Exception($"The prompt '{prompt}' cannot be used: {problem}")
{
    /// <summary>The prompt's name.</summary>
    public string Prompt { get; } = prompt;
}
