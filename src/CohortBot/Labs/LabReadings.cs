using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>
/// Notes in the audit that somebody opened another member's own lab thread, where a platform can tell: once a day for each reader and thread. The
/// cohort's history shows it, and the member's export.
/// </summary>
internal sealed class LabReadings(Database database, MemberDirectory members, AuditLog audit, TimeProvider time) : IMemberData
{
    /// <summary>What stands in the audit.</summary>
    public const string Action = "transcript";

    private static readonly TimeSpan Anew = TimeSpan.FromDays(1);

    /// <summary>Notes it, unless the thread is no lab's, is shared, is the reader's own, or was noted within a day.</summary>
    public async Task NoteAsync(Place place, UserRef reader, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(session => FindAsync(session, place), cancellationToken) is not { } thread)
            return;
        if (await members.FindAsync(reader, cancellationToken) is not { } member || member.Key == thread.Owner)
            return;
        if (await database.ReadAsync(session => IsNotedAsync(session, thread, member.Key), cancellationToken))
            return;
        await database.WriteAsync(
            async session =>
            {
                if (!await IsNotedAsync(session, thread, member.Key))
                    await audit.WriteAsync(session, thread.Workspace, thread.Cohort, member.Key, new AuditChange(Action, thread.Owner.Value, After: thread.Lab.Value));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task EraseAsync(Session session, KnownMember member) => Task.CompletedTask; // only opaque keys stand there

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member) =>
    [
        new("transcripts_opened_by_others", await session.QueryAsync<dynamic>(
            """
            SELECT audit.cohort, audit.after AS lab, profile.name AS reader, audit.at FROM audit
            LEFT JOIN member_profiles AS profile ON profile.workspace = audit.workspace AND profile.member = audit.member
            WHERE audit.workspace = @Workspace AND audit.action = @Action AND audit.subject = @Key ORDER BY audit.id
            """,
            new { member.Workspace, Action, member.Key })),
    ];

    private static Task<LabThread?> FindAsync(Session session, Place place) =>
        session.FindAsync<LabThread>(
            "SELECT * FROM lab_threads WHERE workspace = @Workspace AND channel = @Channel AND thread = @Thread AND owner <> '*'",
            new { place.Workspace, place.Channel, place.Thread });

    private async Task<bool> IsNotedAsync(Session session, LabThread thread, MemberKey reader) =>
        await session.ScalarAsync<long>(
            """
            SELECT COUNT(*) FROM audit WHERE workspace = @Workspace AND cohort = @Cohort AND action = @Action
            AND member = @reader AND subject = @Owner AND after = @Lab AND at > @since
            """,
            new { thread.Workspace, thread.Cohort, Action, reader, thread.Owner, thread.Lab, since = time.GetUtcNow() - Anew }) > 0;
}
