using CohortBot.Advisors.Calls;

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

    /// <summary>The answer broke off and begins anew: the words until now are void.</summary>
    public sealed record Restarted : AdvisorPiece;

    /// <summary>What the answer took; the last piece.</summary>
    public sealed record Used(string Model, long InputTokens, long OutputTokens) : AdvisorPiece
    {
        /// <summary>Whether a part of it is an estimate.</summary>
        public bool IsEstimated { get; init; }

        /// <summary>Whether the answer stops where the limit of its length is.</summary>
        public bool IsCut { get; init; }

        internal static Used Of(ModelPiece.Finished finished) => new(finished.Used.Model, finished.Used.InputTokens, finished.Used.OutputTokens)
        {
            IsEstimated = finished.Used.IsEstimated,
            IsCut = finished.IsCut,
        };
    }
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

    /// <summary>The connection to the model is not set up right: whoever runs the program has to mend it.</summary>
    NotSetUp,
}

/// <summary>The model did not answer.</summary>
public sealed class AdvisorException(AdvisorFailure failure, Exception? inner = null)
    : Exception(inner is ModelException fault ? $"The advisor did not answer. {fault.Message}" : $"The advisor did not answer: {failure}.", inner)
{
    /// <summary>Why.</summary>
    public AdvisorFailure Failure { get; } = failure;
}
