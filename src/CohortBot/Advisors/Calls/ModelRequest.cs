using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Calls;

/// <summary>One request to a model.</summary>
internal sealed record ModelRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)
{
    /// <summary>The letters of all messages, for estimates.</summary>
    public int Letters => Messages.Sum(message => message.Text.Length);

    /// <summary>Whether the answer is to follow a schema.</summary>
    public bool HasSchema => Options.ResponseFormat is not null;

    /// <summary>Whether look-ups are offered that could be left out: what was looked up already can only be told to a model that knows of them.</summary>
    public bool HasLooseTools => Options.Tools is { Count: > 0 } && Messages.All(message => message.Role != ChatRole.Tool);

    /// <summary>The same without a schema. Our prompts describe the form in words too.</summary>
    public ModelRequest WithoutSchema()
    {
        var options = Options.Clone();
        options.ResponseFormat = null;
        return this with { Options = options };
    }

    /// <summary>The same without look-ups.</summary>
    public ModelRequest WithoutTools()
    {
        var options = Options.Clone();
        (options.Tools, options.ToolMode) = (null, null);
        return this with { Options = options };
    }
}
