using CohortBot.Advisors.Safety;
using CohortBot.Storage;

namespace CohortBot.Labs.Safety;

/// <summary>Keeps what was met.</summary>
internal sealed class SafetyEvents(Database database, TimeProvider time)
{
    /// <summary>Notes that a message was met. Returns null when that was noted before.</summary>
    public Task<SafetyEvent?> AddAsync(Session session, WrittenMessage written, SafetyClass kind, IEnumerable<string> rules) =>
        session.FindAsync<SafetyEvent>(
            """
            INSERT INTO safety_events (workspace, cohort, lab, channel, thread, member, lab_message, kind, rules, at)
            VALUES (@Workspace, @Cohort, @Lab, @Channel, @Thread, @Member, @Message, @kind, @rules, @now)
            ON CONFLICT (workspace, lab_message, kind) DO NOTHING RETURNING *
            """,
            new
            {
                written.Thread.Workspace,
                written.Thread.Cohort,
                written.Thread.Lab,
                written.Thread.Channel,
                written.Thread.Thread,
                written.Member,
                written.Message,
                kind = kind.ToString(),
                rules = string.Join(' ', rules),
                now = time.GetUtcNow(),
            });

    /// <summary>What a member was met for of a kind since an instant, an event itself left out; newest first.</summary>
    public static Task<IReadOnlyList<SafetyEvent>> ListOthersAsync(Session session, SafetyEvent than, DateTimeOffset since) =>
        session.QueryAsync<SafetyEvent>(
            """
            SELECT * FROM safety_events
            WHERE workspace = @Workspace AND member = @Member AND kind = @kind AND at >= @since AND cohort = @Cohort AND id <> @Id ORDER BY id DESC
            """,
            new { than.Workspace, than.Member, kind = than.Kind.ToString(), since, than.Cohort, than.Id });

    /// <summary>The rules by which a member was met for a kind in a lab.</summary>
    public static async Task<IReadOnlySet<string>> ListRulesAsync(Session session, WrittenMessage written, SafetyClass kind)
    {
        var rows = await session.QueryAsync<string>(
            "SELECT rules FROM safety_events WHERE workspace = @Workspace AND member = @Member AND kind = @kind AND cohort = @Cohort AND lab = @Lab",
            new { written.Thread.Workspace, written.Member, kind = kind.ToString(), written.Thread.Cohort, written.Thread.Lab });
        return rows.SelectMany(rules => rules.Split(' ')).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes that the facilitators were told.</summary>
    public Task MarkToldAsync(Session session, SafetyEvent met) =>
        session.ExecuteAsync("UPDATE safety_events SET told_at = @now WHERE workspace = @Workspace AND id = @Id", new { met.Workspace, met.Id, now = time.GetUtcNow() });

    /// <summary>Notes that the writer was shown the answer.</summary>
    public Task MarkShownAsync(SafetyEvent met, CancellationToken cancellationToken) =>
        database.WriteAsync(session => TryMarkShownAsync(session, met), cancellationToken);

    /// <summary>The same inside a transaction. Returns false when that was noted before, or when the member was erased meanwhile.</summary>
    public async Task<bool> TryMarkShownAsync(Session session, SafetyEvent met) =>
        await session.ExecuteAsync(
            "UPDATE safety_events SET shown_at = @now WHERE workspace = @Workspace AND id = @Id AND shown_at IS NULL",
            new { met.Workspace, met.Id, now = time.GetUtcNow() }) > 0;

    /// <summary>Whether a member was shown the same lately.</summary>
    public Task<bool> WasShownAsync(SafetyEvent met, TimeSpan within, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (await ListOthersAsync(session, met, time.GetUtcNow() - within)).Any(other => other.ShownAt is not null), cancellationToken);

    /// <summary>What a stop, a crash or a fault kept from being shown: crises always, the rest while it still makes sense.</summary>
    /// <param name="fresh">How long the rest makes sense.</param>
    /// <param name="overdue">How old an event is before it is taken for left; one of an hour that is still to come was met before the clock was set back.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IReadOnlyList<SafetyEvent>> ListUnshownAsync(TimeSpan fresh, TimeSpan overdue, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<SafetyEvent>(
                """
                SELECT * FROM safety_events
                WHERE shown_at IS NULL AND (at <= @before OR at > @now) AND (kind = 'Crisis' OR at >= @since) ORDER BY id
                """,
                new { now = time.GetUtcNow(), before = time.GetUtcNow() - overdue, since = time.GetUtcNow() - fresh }),
            cancellationToken);

    /// <summary>How many crises of the last days nobody was told of, how many of the messages about them could not be sent, and how many writers had no help.</summary>
    /// <param name="within">The last days.</param>
    /// <param name="late">How long the help may take.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<(long Untold, long Unsent, long Unshown)> CountUnheardAsync(TimeSpan within, TimeSpan late, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var (since, before) = (time.GetUtcNow() - within, time.GetUtcNow() - late);
                return (
                    await session.ScalarAsync<long>("SELECT COUNT(*) FROM safety_events WHERE kind = 'Crisis' AND told_at IS NULL AND at >= @since", new { since }),
                    await session.ScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE subject LIKE 'safety/crisis/%' AND state = 'Dropped' AND created_at >= @since", new { since }),
                    await session.ScalarAsync<long>(
                        """
                        SELECT COUNT(*) FROM safety_events AS met WHERE kind = 'Crisis' AND at >= @since
                          AND ((shown_at IS NULL AND at <= @before)
                            OR EXISTS (SELECT 1 FROM outbox WHERE outbox.workspace = met.workspace AND outbox.subject = 'safety/answer/' || met.id AND outbox.state = 'Dropped'))
                        """,
                        new { since, before }));
            },
            cancellationToken);
}
