namespace CohortBot.Chat;

/// <summary>A platform refused or failed.</summary>
/// <param name="message">What happened, without secrets and without members' words.</param>
/// <param name="isTransient">Whether trying again later can help.</param>
/// <param name="retryAfter">How long the platform asks us to wait, where it says so.</param>
/// <param name="inner">The protocol's own exception.</param>
public sealed class ChatException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Whether trying again later can help.</summary>
    public bool IsTransient { get; } = isTransient;

    /// <summary>How long the platform asks us to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
