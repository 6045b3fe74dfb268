using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Exchanges;

/// <summary>How far members are in their labs; the one place that chat, pages and exports ask.</summary>
internal sealed class LabProgress(Database database)
{
    private const string Select =
        """
        SELECT participation.member, participation.lab, participation.started_at, participation.completed_at,
               (SELECT COUNT(*) FROM exchanges
                WHERE exchanges.workspace = participation.workspace AND exchanges.participation = participation.id) AS exchanges
        FROM participations AS participation
        WHERE participation.workspace = @workspace AND participation.cohort = @cohort
        """;

    /// <summary>Whether a member has completed a lab; what was completed stays so, whatever the author changes later.</summary>
    public async Task<bool> IsCompleteAsync(
        WorkspaceId workspace, CohortId cohort, LabId lab, MemberKey member, CancellationToken cancellationToken) =>
        (await ListAsync(workspace, cohort, member, cancellationToken)).Any(standing => standing.Lab == lab && standing.IsComplete);

    /// <summary>Every member's labs in a cohort, as far as they were started.</summary>
    public Task<IReadOnlyList<LabStanding>> ListAsync(WorkspaceId workspace, CohortId cohort, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ListAsync(session, workspace, cohort), cancellationToken);

    /// <summary>The same inside a transaction.</summary>
    public static Task<IReadOnlyList<LabStanding>> ListAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.QueryAsync<LabStanding>($"{Select} ORDER BY participation.id", new { workspace, cohort });

    /// <summary>One member's labs in a cohort, as far as they were started.</summary>
    public Task<IReadOnlyList<LabStanding>> ListAsync(
        WorkspaceId workspace, CohortId cohort, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LabStanding>(
                $"{Select} AND participation.member = @member ORDER BY participation.id", new { workspace, cohort, member }),
            cancellationToken);
}

/// <summary>How a member stands in a lab.</summary>
internal sealed record LabStanding
{
    /// <summary>The member.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>Exchanges so far.</summary>
    public required int Exchanges { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the lab's minimum was reached.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether the lab's minimum was reached.</summary>
    public bool IsComplete => CompletedAt is not null;
}
