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
        var known = await keeper.FindAsync(lab, cancellationToken);
        var thread = known ?? keeper.Describe(lab, await chats.For(lab.Cohort.Workspace).OpenThreadAsync(Request(lab), cancellationToken));
        var message = known is null ? await WriteAsync(lab, thread.Place, cancellationToken) : null;
        var part = await database.WriteAsync(
            async session =>
            {
                if (message is not null)
                    await outbox.AddAsync(session, message);
                return await keeper.KeepAsync(session, thread, lab.Member.Key);
            },
            cancellationToken);
        await outbox.DeliverAsync(Key(lab), cancellationToken);
        return part;
    }

    private async Task<OutboxMessage> WriteAsync(LabToOpen lab, Place place, CancellationToken cancellationToken)
    {
        var isFirstLab = await keeper.IsFirstLabAsync(lab, cancellationToken);
        return new OutboxMessage { Key = Key(lab), Place = place, Document = await opening.WriteAsync(lab, isFirstLab, cancellationToken) };
    }

    private static OutboxKey Key(LabToOpen lab) => new(lab.Cohort.Workspace, lab.Key);

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
