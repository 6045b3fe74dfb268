using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Simulation.People;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Simulation.Report;

/// <summary>What the database holds of a simulated cohort after its end: the program's tables on one side, what stands on the platform on the other.</summary>
internal sealed class CohortLedger
{
    private const string LabsSql =
        """
        SELECT profile.name, part.lab, part.started_at, part.completed_at,
               (SELECT COUNT(*) FROM exchanges WHERE exchanges.workspace = part.workspace AND exchanges.participation = part.id) AS exchanges,
               (SELECT COUNT(*) FROM turns WHERE turns.workspace = part.workspace AND turns.participation = part.id AND turns.state = 'Answered') AS answered,
               (SELECT COUNT(*) FROM turns JOIN local_messages AS shown ON shown.id = CAST(turns.placeholder AS INTEGER)
                WHERE turns.workspace = part.workspace AND turns.participation = part.id AND turns.state = 'Answered'
                  AND shown.author IS NULL AND shown.deleted_at IS NULL AND shown.document NOT IN @thinking) AS shown,
               (SELECT COUNT(*) FROM card_words WHERE card_words.workspace = part.workspace AND card_words.participation = part.id) AS cards
        FROM participations AS part
        JOIN member_profiles AS profile ON profile.workspace = part.workspace AND profile.member = part.member
        ORDER BY profile.name, part.lab
        """;

    private readonly Database _database;

    private CohortLedger(World world)
    {
        _database = world.Database;
        EndsAt = world.At(7 * world.Request.Weeks, TimeOnly.MinValue, world.Request.Zone);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(world.Request.Zone);
    }

    /// <summary>The first instant after the last week.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>The cohort's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>Its calendar.</summary>
    public required IReadOnlyList<LessonSlot> Slots { get; init; }

    /// <summary>Every member in every lab that was started.</summary>
    public required IReadOnlyList<LedgerLab> Labs { get; init; }

    /// <summary>The names of those who take part at the end.</summary>
    public required IReadOnlyList<string> Enrolled { get; init; }

    /// <summary>Who joined and left, and when.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    /// <summary>Reads it all at one moment.</summary>
    public static async Task<CohortLedger> ReadAsync(World world, TextCatalogue texts)
    {
        var thinking = Locale.Offered.Select(locale => texts.In(locale).Document("labs.thinking").ToJson()).ToArray();
        var id = new CohortId(1);
        return await world.Database.ReadAsync(
            async session => new CohortLedger(world)
            {
                Cohort = await CohortStore.FindAsync(session, WorkspaceId.Local, id) ?? throw new InvalidOperationException("The simulated facilitator could not create the cohort."),
                Slots = await LessonSlots.ListAsync(session, WorkspaceId.Local, id),
                Labs = await session.QueryAsync<LedgerLab>(LabsSql, new { thinking }),
                Enrolled = await session.QueryAsync<string>(
                    """
                    SELECT profile.name FROM enrolments
                    JOIN member_profiles AS profile ON profile.workspace = enrolments.workspace AND profile.member = enrolments.member
                    WHERE enrolments.left_at IS NULL ORDER BY profile.name
                    """),
                Audit = await session.QueryAsync<AuditEntry>("SELECT member, action, subject, before, after, at FROM audit ORDER BY id"),
            },
            CancellationToken.None);
    }

    /// <summary>The parts of a lesson in the outbox, and those that stand in the channel.</summary>
    public Task<(int Parts, int Standing)> CountPartsAsync(LessonSlot slot) =>
        _database.ReadAsync(
            async session => (
                await session.ScalarAsync<int>("SELECT COUNT(*) FROM outbox WHERE subject = @subject AND edition = @Edition", new { subject = Subject(slot), slot.Edition }),
                await session.ScalarAsync<int>(
                    "SELECT COUNT(*) FROM local_messages WHERE delivery LIKE @delivery AND deleted_at IS NULL AND channel = @Channel",
                    new { delivery = $"local/{Subject(slot)}/{slot.Edition}/%", Cohort.Channel })),
            CancellationToken.None);

    /// <summary>The messages of the program that stand in the cohort's channel without a row of the outbox that sent them.</summary>
    public Task<IReadOnlyList<string>> ListDoublesAsync() =>
        _database.ReadAsync(
            session => session.QueryAsync<string>(
                """
                SELECT COALESCE(standing.delivery, '?') FROM local_messages AS standing
                WHERE channel = @Channel AND thread IS NULL AND author IS NULL AND only_to IS NULL AND deleted_at IS NULL AND COALESCE(delivery, '') NOT LIKE 'reply/%'
                  AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.channel = @Channel AND outbox.message = CAST(standing.id AS TEXT))
                ORDER BY standing.id
                """,
                new { Cohort.Channel }),
            CancellationToken.None);

    /// <summary>How many messages members wrote in labs, and whose have no answer.</summary>
    public Task<(int Written, IReadOnlyList<string> Unanswered)> ListUnansweredAsync() =>
        _database.ReadAsync(
            async session => (
                await session.ScalarAsync<int>("SELECT COUNT(*) FROM local_messages WHERE author IS NOT NULL AND thread IS NOT NULL"),
                await session.QueryAsync<string>($"SELECT written.author || ', ' || thread.lab {LabView.Unanswered} ORDER BY written.id")),
            CancellationToken.None);

    /// <summary>How many parts of messages were to leave, and those that have not.</summary>
    public Task<(int All, IReadOnlyList<string> Stuck)> ListStuckAsync() =>
        _database.ReadAsync(
            async session => (
                await session.ScalarAsync<int>("SELECT COUNT(*) FROM outbox"),
                await session.QueryAsync<string>("SELECT subject || ': ' || state FROM outbox WHERE state <> 'Sent' ORDER BY id")),
            CancellationToken.None);

    private string Subject(LessonSlot slot) => $"lesson/{Cohort.Id}/{slot.Lesson}";
}
