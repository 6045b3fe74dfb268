namespace CohortBot.Chat;

/// <summary>What a platform can carry, as data. The measure of text is the platform's own (see its renderer).</summary>
public sealed record ChatLimits
{
    /// <summary>Characters in one message.</summary>
    public required int MessageLength { get; init; }

    /// <summary>The least time between two edits of a streamed answer.</summary>
    public required TimeSpan EditInterval { get; init; }

    /// <summary>Whether commands can be typed in threads (Slack: no).</summary>
    public bool TakesCommandsInThreads { get; init; } = true;

    /// <summary>Whether a thread can be private to one member.</summary>
    public bool HasPrivateThreads { get; init; } = true;
}
