using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>Every change: who, when, what it was before and after. Written in the same transaction as the change.</summary>
internal sealed class AuditLog(Database database, TimeProvider time)
{
    /// <summary>Writes an entry.</summary>
    public Task WriteAsync(Session session, WorkspaceId workspace, CohortId cohort, MemberKey member, AuditChange change) =>
        session.ExecuteAsync(
            """
            INSERT INTO audit (workspace, cohort, member, action, subject, before, after, at)
            VALUES (@workspace, @cohort, @member, @Action, @Subject, @Before, @After, @now)
            """,
            new { workspace, cohort, member, change.Action, change.Subject, change.Before, change.After, now = time.GetUtcNow() });

    /// <summary>The newest entries of a cohort, newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(WorkspaceId workspace, CohortId cohort, int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<AuditEntry>(
                """
                SELECT member, action, subject, before, after, at FROM audit
                WHERE workspace = @workspace AND cohort = @cohort ORDER BY id DESC LIMIT @count
                """,
                new { workspace, cohort, count }),
            cancellationToken);
}

/// <summary>What was changed.</summary>
/// <param name="Action">The command's path (<c>cohort pause</c>).</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Before">What stood there, where something did.</param>
/// <param name="After">What stands there now.</param>
public sealed record AuditChange(string Action, string Subject, string? Before = null, string? After = null);

/// <summary>An entry of the audit.</summary>
public sealed record AuditEntry
{
    /// <summary>Who did it.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The command's path.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>What stood there.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there now.</summary>
    public string? After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
