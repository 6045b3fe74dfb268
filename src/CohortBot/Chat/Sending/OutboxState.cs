namespace CohortBot.Chat.Sending;

/// <summary>How a part of a message stands.</summary>
internal enum OutboxState
{
    /// <summary>It was never tried.</summary>
    Waiting,

    /// <summary>Somebody is sending it, or was when the program stopped.</summary>
    Claimed,

    /// <summary>It has arrived.</summary>
    Sent,

    /// <summary>It did not arrive, or its answer was lost; it is tried again.</summary>
    Failed,

    /// <summary>It can never arrive; the reason stands beside it.</summary>
    Dropped,
}
