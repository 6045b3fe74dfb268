using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>Reads what people wrote in a lab thread while the program did not listen.</summary>
internal sealed partial class LabCatchUp(Chats chats, LabThreads threads, LabInbox inbox, LabMissed missed, ILogger<LabCatchUp> logger)
{
    // Messages may arrive out of order; what was stored already ends at its unique key.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    // Where the platform does not say how long it wants to be left alone.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Takes in what the thread holds since the newest message that is known. Returns whether it was read; one that the platform does not give just now is
    /// noted to be read later.
    /// </summary>
    public async Task<bool> ReadAsync(LabThread thread, CancellationToken cancellationToken)
    {
        if (!chats.Serves(thread.Workspace))
            return false;
        try
        {
            var written = await chats.For(thread.Workspace).ReadSinceAsync(thread.Place, thread.LastReadAt - Overlap, cancellationToken);
            foreach (var message in written)
                await inbox.ReceiveAsync(message, cancellationToken);
            return true;
        }
        catch (ChatException exception)
        {
            LogUnread(exception, thread.Place);
            if (exception.IsTransient)
                missed.Add(thread, exception.RetryAfter ?? Pause);
            return false;
        }
    }

    /// <summary>Takes in what stands in threads that another program opened: here, nobody listened to them.</summary>
    public async Task ReadNewAsync(CancellationToken cancellationToken)
    {
        foreach (var thread in await threads.LoadNewAsync(cancellationToken))
            await ReadAsync(thread, cancellationToken);
    }

    [LoggerMessage(3102, LogLevel.Warning, "The lab thread {Place} could not be read.")]
    private partial void LogUnread(Exception exception, Place place);
}
