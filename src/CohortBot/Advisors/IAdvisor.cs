namespace CohortBot.Advisors;

/// <summary>Leads lab conversations, whichever model is behind it.</summary>
public interface IAdvisor
{
    /// <summary>Whether its answers cost nothing: no budget holds them.</summary>
    bool CostsNothing => false;

    /// <summary>The advisor's words as they come, then one <see cref="AdvisorPiece.Used"/>.</summary>
    /// <exception cref="AdvisorException">The model did not answer; the conversation stands as before.</exception>
    IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, CancellationToken cancellationToken);

    /// <summary>Makes the card from what was said. Each judgement quotes the member; sums are made by code.</summary>
    /// <exception cref="AdvisorException">The model did not answer.</exception>
    Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken);

    /// <summary>Sums up exchanges in at most 200 words, with what the summary said before them.</summary>
    /// <exception cref="AdvisorException">The model did not answer.</exception>
    Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken);
}

/// <summary>A piece of an answer.</summary>
public abstract record AdvisorPiece
{
    /// <summary>More words.</summary>
    public sealed record Words(string Text) : AdvisorPiece;

    /// <summary>What the answer took; the last piece.</summary>
    public sealed record Used(string Model, long InputTokens, long OutputTokens) : AdvisorPiece;
}

/// <summary>Why an advisor did not answer.</summary>
public enum AdvisorFailure
{
    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>The model's service is busy or out of reach.</summary>
    Unavailable,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>The answer was empty.</summary>
    Empty,
}

/// <summary>The model did not answer.</summary>
public sealed class AdvisorException(AdvisorFailure failure, Exception? inner = null) : Exception($"The advisor did not answer: {failure}.", inner)
{
    /// <summary>Why.</summary>
    public AdvisorFailure Failure { get; } = failure;
}
