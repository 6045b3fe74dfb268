using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Reports.Export;

/// <summary>Reads a cohort for an export: all of it in one read transaction, so that its numbers are those of one moment.</summary>
internal sealed class ExportReader(Database database)
{
    private const string MembersSql =
        """
        SELECT enrolments.member, profile.name, enrolments.joined_at, enrolments.left_at FROM enrolments
        LEFT JOIN member_profiles AS profile ON profile.workspace = enrolments.workspace AND profile.member = enrolments.member
        WHERE enrolments.workspace = @Workspace AND enrolments.cohort = @Cohort
        ORDER BY profile.name IS NULL, profile.name, enrolments.member
        """;

    private const string ExchangesSql =
        """
        SELECT lab, member, model, input_tokens, output_tokens, at, ROW_NUMBER() OVER (PARTITION BY participation ORDER BY id) AS number
        FROM exchanges WHERE workspace = @Workspace AND cohort = @Cohort ORDER BY id
        """;

    private const string WordsSql =
        """
        SELECT part.lab, part.member, 1 AS is_member, message.sent_at AS at, words.text, message.id AS place
        FROM lab_messages AS message
        JOIN participations AS part ON part.workspace = message.workspace AND part.id = message.participation
        JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
        WHERE message.workspace = @Workspace AND part.cohort = @Cohort AND message.deleted_at IS NULL
        UNION ALL
        SELECT part.lab, part.member, 0, turns.answered_at, words.reply, turns.id
        FROM turns
        JOIN participations AS part ON part.workspace = turns.workspace AND part.id = turns.participation
        JOIN turn_words AS words ON words.workspace = turns.workspace AND words.turn = turns.id
        WHERE turns.workspace = @Workspace AND part.cohort = @Cohort AND turns.state = 'Answered'
        ORDER BY lab, member, at, is_member DESC, place
        """;

    /// <summary>The cohort at this moment.</summary>
    /// <exception cref="CommandException">There is none with this number.</exception>
    public Task<CohortSnapshot> ReadAsync(ExportRequest request, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ReadAsync(session, request), cancellationToken);

    private static async Task<CohortSnapshot> ReadAsync(Session session, ExportRequest request)
    {
        var scope = new { request.Workspace, request.Cohort };
        var names = await session.QueryAsync<Profile>("SELECT member, name FROM member_profiles WHERE workspace = @Workspace", scope);
        return new CohortSnapshot
        {
            Cohort = await CohortStore.FindAsync(session, request.Workspace, request.Cohort) ?? throw new CommandException("cohorts.unknown", ("cohort", request.Cohort)),
            Members = await session.QueryAsync<SnapshotMember>(MembersSql, scope),
            Standings = await LabProgress.ListAsync(session, request.Workspace, request.Cohort),
            Exchanges = await session.QueryAsync<SnapshotExchange>(ExchangesSql, scope),
            Slots = await session.QueryAsync<LessonSlot>("SELECT * FROM lesson_slots WHERE workspace = @Workspace AND cohort = @Cohort ORDER BY number, edition", scope),
            Audit = await session.QueryAsync<AuditEntry>("SELECT member, action, subject, before, after, at FROM audit WHERE workspace = @Workspace AND cohort = @Cohort ORDER BY id", scope),
            Names = names.ToDictionary(profile => profile.Member.Value, profile => profile.Name, StringComparer.Ordinal),
            Words = request.HasWords ? await session.QueryAsync<SnapshotWords>(WordsSql, scope) : [],
        };
    }

    private sealed record Profile
    {
        public required MemberKey Member { get; init; }

        public required string Name { get; init; }
    }
}
