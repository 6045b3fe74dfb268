namespace CohortBot.Advisors.Calls;

/// <summary>How long a whole answer under way is waited for, with all its tries and look-ups.</summary>
internal sealed class ModelPatience(TimeProvider time, AdvisorOptions options) : IDisposable
{
    private readonly CancellationTokenSource _over = new(TimeSpan.FromSeconds(options.AnswerSeconds), time);
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>What is left of it.</summary>
    public TimeSpan Left => TimeSpan.FromSeconds(options.AnswerSeconds) - time.GetElapsedTime(_startedAt);

    /// <summary>The silence of one request.</summary>
    public ModelSilence NewSilence() => new(time, options);

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();
}
