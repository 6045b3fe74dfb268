using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Calls;

/// <summary>
/// Ends a request when the model has said nothing for too long. Only waiting for the model counts, not what is done with its words, and
/// only words end a silence: signs of life such as Anthropic's pings do not.
/// </summary>
internal sealed class ModelSilence(TimeProvider time, AdvisorOptions options) : IDisposable
{
    private readonly CancellationTokenSource _over = new(Timeout.InfiniteTimeSpan, time);
    private TimeSpan _left = TimeSpan.FromSeconds(options.FirstWordSeconds);
    private long _since;

    /// <summary>Cancelled when the silence has lasted too long.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Whether a word has come.</summary>
    public bool HasWords { get; private set; }

    /// <summary>Waiting for the model begins.</summary>
    public void Begin()
    {
        _since = time.GetTimestamp();
        _over.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
    }

    /// <summary>Waiting for the model ends.</summary>
    /// <param name="update">What came, or null when nothing did.</param>
    public void End(ChatResponseUpdate? update)
    {
        _over.CancelAfter(Timeout.InfiniteTimeSpan);
        _left -= time.GetElapsedTime(_since);
        if (update is null || !IsWord(update))
            return;
        HasWords = true;
        _left = TimeSpan.FromSeconds(options.SilenceSeconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    private static bool IsWord(ChatResponseUpdate update) =>
        update.Contents.Any(content => content is TextContent { Text.Length: > 0 } or TextReasoningContent or FunctionCallContent);
}
