using CohortBot.Advisors.Calls;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Lookups;

/// <summary>One round: what the model says and asks to look up.</summary>
/// <param name="words">The words of all rounds.</param>
internal sealed class LookupRound(JoinedWords words)
{
    private readonly List<AIContent> _contents = [];

    /// <summary>What it asks to look up.</summary>
    public IReadOnlyList<FunctionCallContent> Calls => [.. _contents.OfType<FunctionCallContent>()];

    /// <summary>What it took.</summary>
    public ModelUsage Used { get; private set; } = ModelUsage.Nothing;

    /// <summary>Whether it stops where the limit of its length is.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What of a piece is to be shown.</summary>
    public IEnumerable<AdvisorPiece> Take(ModelPiece piece) => piece switch
    {
        ModelPiece.Update update => Take(update.Value),
        ModelPiece.Restarted => Restart(),
        ModelPiece.Finished finished => Finish(finished),
        _ => [],
    };

    /// <summary>The round is over.</summary>
    public void Close() => words.Close();

    /// <summary>What the model is told that it said, if another round follows.</summary>
    public ChatMessage Said() => new(ChatRole.Assistant, Joined());

    private IEnumerable<AdvisorPiece> Take(ChatResponseUpdate update)
    {
        _contents.AddRange(update.Contents.Where(content => content is TextContent or TextReasoningContent or FunctionCallContent));
        return words.Add(update.Text) is { Length: > 0 } more ? [new AdvisorPiece.Words(more)] : [];
    }

    private IEnumerable<AdvisorPiece> Restart()
    {
        _contents.Clear();
        words.Restart();
        return words.Before.Length > 0 ? [new AdvisorPiece.Restarted(), new AdvisorPiece.Words(words.Before)] : [new AdvisorPiece.Restarted()];
    }

    private IEnumerable<AdvisorPiece> Finish(ModelPiece.Finished finished)
    {
        (Used, IsCut) = (finished.Used, finished.IsCut);
        return [];
    }

    // Words come in pieces; a provider wants them as one text between its other contents.
    private List<AIContent> Joined() => [.. new[] { new ChatResponseUpdate(ChatRole.Assistant, _contents) }.ToChatResponse().Messages.SelectMany(message => message.Contents)];
}
