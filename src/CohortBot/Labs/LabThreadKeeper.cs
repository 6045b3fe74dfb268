using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps a thread that was opened, in the database and in memory, with the member's part in it.</summary>
internal sealed class LabThreadKeeper(LabThreadStore store, LabThreads threads, ParticipationStore participations, TimeProvider time)
{
    /// <summary>The lab's thread, or null when it was never opened.</summary>
    public Task<LabThread?> FindAsync(LabToOpen lab, CancellationToken cancellationToken) =>
        store.FindAsync(lab.Cohort.Workspace, lab.Cohort.Id, lab.Lab.Id, lab.Owner, cancellationToken);

    /// <summary>Whether the member has never been in a lab of this workspace.</summary>
    public async Task<bool> IsFirstLabAsync(LabToOpen lab, CancellationToken cancellationToken) =>
        (await participations.ListAsync(lab.Cohort.Workspace, lab.Member.Key, cancellationToken)).Count == 0;

    /// <summary>A thread that a platform opened.</summary>
    public LabThread Describe(LabToOpen lab, Place place) => new()
    {
        Workspace = place.Workspace,
        Cohort = lab.Cohort.Id,
        Lab = lab.Lab.Id,
        Owner = lab.Owner,
        Channel = place.Channel,
        Thread = place.Thread ?? throw new InvalidOperationException($"The platform opened no thread at {place}."),
        OpenedAt = time.GetUtcNow(),
        LastReadAt = time.GetUtcNow(),
    };

    /// <summary>Keeps the thread and starts the member in it; from here on messages in it are taken.</summary>
    public async Task<Participation> KeepAsync(Session session, LabThread thread, MemberKey member)
    {
        await LabThreadStore.AddAsync(session, thread);
        threads.Add(thread);
        return await participations.StartAsync(session, thread, member);
    }
}
