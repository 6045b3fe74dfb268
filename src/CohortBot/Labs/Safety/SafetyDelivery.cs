using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Storage;

namespace CohortBot.Labs.Safety;

/// <summary>Brings a private answer to its reader: in the place where they wrote, else by a private message that is tried until it arrives.</summary>
internal sealed partial class SafetyDelivery(Chats chats, Outbox outbox, SafetyEvents events, Database database, ILogger<SafetyDelivery> logger)
{
    /// <summary>Shows it, or hands it to the outbox.</summary>
    public async Task ShowAsync(SafetyEvent met, SafetyScene scene, Document document, CancellationToken cancellationToken)
    {
        var chat = chats.For(met.Workspace);
        try
        {
            foreach (var part in DocumentSplitter.Split(document, chat.Fits))
                await chat.ShowOnlyAsync(scene.Member.User, met.Place, part, cancellationToken);
        }
        catch (ChatException exception)
        {
            LogNotShown(exception, met.Id.Value, met.Workspace);
            await outbox.SendNowAsync(Private(met, scene, document, chat.Limits.HasPrivateThreads), cancellationToken);
        }
    }

    /// <summary>Whether the platform of an event is switched on here.</summary>
    public bool Serves(SafetyEvent met) => chats.Serves(met.Workspace);

    /// <summary>Hands it to the outbox and notes in the same transaction that it is on its way; called twice it goes out once.</summary>
    public Task SendAsync(SafetyEvent met, SafetyScene scene, Document document, CancellationToken cancellationToken)
    {
        var message = Private(met, scene, document, chats.For(met.Workspace).Limits.HasPrivateThreads);
        return database.WriteAsync(
            async session =>
            {
                if (await events.TryMarkShownAsync(session, met))
                    await outbox.AddAsync(session, message);
            },
            cancellationToken);
    }

    // A member's own thread is private already, and it cannot be closed as private messages can.
    private static OutboxMessage Private(SafetyEvent met, SafetyScene scene, Document document, bool hasPrivateThreads) => new()
    {
        Key = new OutboxKey(met.Workspace, $"safety/answer/{met.Id}"),
        Place = met.Place,
        To = hasPrivateThreads && scene.Cohort.ThreadMode == LabThreadMode.Own ? null : scene.Member.User,
        Document = document,
    };

    [LoggerMessage(3117, LogLevel.Warning, "The answer to safety event {Event} in {Workspace} could not be shown in its place; it goes out as a message.")]
    private partial void LogNotShown(Exception exception, long @event, WorkspaceId workspace);
}
