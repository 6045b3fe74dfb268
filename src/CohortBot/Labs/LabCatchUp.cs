using CohortBot.Chat;

namespace CohortBot.Labs;

/// <summary>Reads what people wrote in a lab thread while the program did not listen.</summary>
internal sealed partial class LabCatchUp(Chats chats, LabThreads threads, LabInbox inbox, ILogger<LabCatchUp> logger)
{
    // Messages may arrive out of order; what was stored already ends at its unique key.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>Takes in what the thread holds since the newest message that is known.</summary>
    public async Task ReadAsync(LabThread thread, CancellationToken cancellationToken)
    {
        if (!chats.Serves(thread.Workspace))
            return;
        try
        {
            var missed = await chats.For(thread.Workspace).ReadSinceAsync(thread.Place, thread.LastReadAt - Overlap, cancellationToken);
            foreach (var message in missed)
                await inbox.ReceiveAsync(message, cancellationToken);
        }
        catch (ChatException exception)
        {
            LogUnread(exception, thread.Place);
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
