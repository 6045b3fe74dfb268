namespace CohortBot.Chat.Local;

/// <summary>Tells whoever shows the local platform what has just changed. Nothing is kept: who comes later reads the store.</summary>
internal sealed class LocalEvents
{
    private Action<LocalChange>[] _listeners = [];

    /// <summary>Calls back at every change; who is called returns at once.</summary>
    public void Listen(Action<LocalChange> listener) => _listeners = [.. _listeners, listener];

    /// <summary>Tells.</summary>
    public void Tell(LocalChange change)
    {
        foreach (var listener in _listeners)
            listener(change);
    }
}

/// <summary>A change on the local platform.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">The message; for a thread that was opened the one that it hangs under.</param>
/// <param name="OnlyTo">The one person who may know.</param>
internal sealed record LocalChange(LocalChangeKind Kind, Place Place, LocalMessageId? Message = null, PersonId? OnlyTo = null);

/// <summary>What can happen on the local platform.</summary>
internal enum LocalChangeKind
{
    /// <summary>A message was posted.</summary>
    Posted,

    /// <summary>A message says something else.</summary>
    Edited,

    /// <summary>A message is gone.</summary>
    Deleted,

    /// <summary>A thread was opened.</summary>
    Opened,
}
