namespace CohortBot.Advisors.Calls;

/// <summary>
/// A request to a model failed. Its message is ours and holds neither the key nor a word of the conversation; what the provider wrote is kept
/// apart, since providers repeat both.
/// </summary>
public sealed class ModelException(ModelFault fault) : Exception
{
    /// <summary>What went wrong.</summary>
    public ModelFault Fault { get; } = fault;

    /// <summary>The status of HTTP, where there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own name for it, such as <c>model_not_found</c>; letters, digits and <c>_-.</c> only.</summary>
    public string? Code { get; init; }

    /// <summary>How long the provider asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the provider wrote. For the log's Trace alone.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether it may pass by itself, so that asking again makes sense.</summary>
    public bool IsTransient => Fault is ModelFault.TooManyRequests or ModelFault.Busy or ModelFault.ServerFault or ModelFault.GaveUp
        or ModelFault.Unreachable or ModelFault.Cut or ModelFault.Unreadable or ModelFault.Silent or ModelFault.Stalled or ModelFault.Empty;

    /// <summary>What it means for the member who waits.</summary>
    public AdvisorFailure Failure => Fault switch
    {
        ModelFault.GaveUp or ModelFault.Silent or ModelFault.Stalled or ModelFault.TooSlow => AdvisorFailure.TimedOut,
        ModelFault.Refused => AdvisorFailure.Refused,
        ModelFault.Empty or ModelFault.UsedUp => AdvisorFailure.Empty,
        _ when IsTransient => AdvisorFailure.Unavailable,
        _ => AdvisorFailure.NotSetUp,
    };

    /// <inheritdoc/>
    public override string Message => FaultWords.Of(this);
}
