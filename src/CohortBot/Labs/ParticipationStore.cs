using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps who takes part in which lab.</summary>
internal sealed class ParticipationStore(Database database, TimeProvider time)
{
    /// <summary>A participation, or null.</summary>
    public Task<Participation?> FindAsync(LaneKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => FindAsync(session, key), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<Participation?> FindAsync(Session session, LaneKey key) =>
        session.FindAsync<Participation>("SELECT * FROM participations WHERE workspace = @Workspace AND id = @Participation", key);

    /// <summary>A member's part in a lab, or null when it was not started.</summary>
    public static Task<Participation?> FindAsync(Session session, WorkspaceId workspace, CohortId cohort, LabId lab, MemberKey member) =>
        session.FindAsync<Participation>(
            "SELECT * FROM participations WHERE workspace = @workspace AND cohort = @cohort AND lab = @lab AND member = @member",
            new { workspace, cohort, lab, member });

    /// <summary>Whether the member was erased: nothing of theirs may be written any more.</summary>
    public static async Task<bool> IsErasedAsync(Session session, LaneKey lane) =>
        await session.FindAsync<MemberKey?>(
            "SELECT member FROM participations WHERE workspace = @Workspace AND id = @Participation", new { lane.Workspace, lane.Participation }) is { } member
        && await MemberRecords.IsErasedAsync(session, lane.Workspace, member);

    /// <summary>All that a member takes part in, newest first.</summary>
    public Task<IReadOnlyList<Participation>> ListAsync(WorkspaceId workspace, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<Participation>(
                "SELECT * FROM participations WHERE workspace = @workspace AND member = @member ORDER BY id DESC", new { workspace, member }),
            cancellationToken);

    /// <summary>Starts a member in a lab; one who has started keeps what was done.</summary>
    public async Task<Participation> StartAsync(Session session, LabThread thread, MemberKey member)
    {
        if (await FindAsync(session, thread.Workspace, thread.Cohort, thread.Lab, member) is { } known)
            return known;
        await session.ExecuteAsync(
            """
            INSERT INTO participations (workspace, cohort, lab, member, channel, thread, state, started_at)
            VALUES (@Workspace, @Cohort, @Lab, @member, @Channel, @Thread, @state, @now)
            ON CONFLICT (workspace, cohort, lab, member) DO NOTHING
            """,
            new
            {
                thread.Workspace,
                thread.Cohort,
                thread.Lab,
                member,
                thread.Channel,
                thread.Thread,
                state = nameof(ParticipationState.Active),
                now = time.GetUtcNow(),
            });
        return (await FindAsync(session, thread.Workspace, thread.Cohort, thread.Lab, member))!;
    }

    /// <summary>Notes that the lab's minimum was reached. Returns whether it is new.</summary>
    public async Task<bool> CompleteAsync(Session session, Participation participation) =>
        await session.ExecuteAsync(
            """
            UPDATE participations SET state = @state, completed_at = @now
            WHERE workspace = @Workspace AND id = @Id AND completed_at IS NULL
            """,
            new { participation.Workspace, participation.Id, state = nameof(ParticipationState.Complete), now = time.GetUtcNow() }) > 0;

    /// <summary>Notes that the member pressed Finish.</summary>
    public Task FinishAsync(Participation participation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE participations SET state = @state WHERE workspace = @Workspace AND id = @Id",
                new { participation.Workspace, participation.Id, state = nameof(ParticipationState.Finished) }),
            cancellationToken);

    /// <summary>Notes that the card could not be made: its member was told, and it is not tried again by itself.</summary>
    public Task NoteCardFailedAsync(Participation participation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE participations SET card_failed_at = @now WHERE workspace = @Workspace AND id = @Id",
                new { participation.Workspace, participation.Id, now = time.GetUtcNow() }),
            cancellationToken);

    /// <summary>Completed parts in cohorts that are not closed whose card nobody has tried to make yet: a crash came between.</summary>
    public Task<IReadOnlyList<Participation>> ListWithoutCardAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<Participation>(
                """
                SELECT part.* FROM participations AS part
                JOIN members ON members.workspace = part.workspace AND members.member = part.member AND members.erased_at IS NULL
                JOIN cohorts ON cohorts.workspace = part.workspace AND cohorts.id = part.cohort AND cohorts.closed_at IS NULL
                WHERE part.completed_at IS NOT NULL AND part.card_failed_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM card_words WHERE card_words.workspace = part.workspace AND card_words.participation = part.id)
                """),
            cancellationToken);
}
