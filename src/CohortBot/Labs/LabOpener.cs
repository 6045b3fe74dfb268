using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Opens labs. Called twice, or again after a crash, it leads to the same thread with one opening.</summary>
internal sealed class LabOpener(Database database, Chats chats, LabThreadKeeper keeper, LabOpening opening, Outbox outbox)
{
    private const int LongestName = 100; // Discord's limit of a thread's name

    /// <summary>The member's part in the lab, which was started now or before.</summary>
    /// <exception cref="ChatException">The platform did not open the thread.</exception>
    public async Task<Participation> OpenAsync(LabToOpen lab, CancellationToken cancellationToken)
    {
        var thread = await keeper.FindAsync(lab, cancellationToken)
            ?? keeper.Describe(lab, await chats.For(lab.Cohort.Workspace).OpenThreadAsync(Request(lab), cancellationToken));
        var isFirstLab = await keeper.IsFirstLabAsync(lab, cancellationToken);
        var message = new OutboxMessage
        {
            Key = new OutboxKey(thread.Workspace, lab.Key),
            Place = thread.Place,
            Document = await opening.WriteAsync(lab, isFirstLab, cancellationToken),
        };
        var part = await database.WriteAsync(
            async session =>
            {
                await outbox.AddAsync(session, message);
                return await keeper.KeepAsync(session, thread, lab.Member.Key);
            },
            cancellationToken);
        await outbox.DeliverAsync(message.Key, cancellationToken);
        return part;
    }

    private static ThreadRequest Request(LabToOpen lab)
    {
        var name = lab.IsShared ? lab.Lab.Title : $"{lab.Lab.Title} · {lab.Member.Name}";
        return new ThreadRequest
        {
            Channel = lab.Cohort.Place,
            Key = lab.Key,
            Name = name.Length <= LongestName ? name : name[..LongestName],
            Only = lab.IsShared ? [] : [lab.Member.User],
            Under = lab.Under,
        };
    }
}
