using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Simulation.People;

/// <summary>What a person can see in a channel: which lessons stand there, how far their labs are, whether an answer has come.</summary>
internal sealed class LabView(Database database)
{
    /// <summary>A message of a person in a lab thread that has no answer: not taken yet, waiting, being answered, or failed.</summary>
    public const string Unanswered =
        """
        FROM local_messages AS written
        JOIN lab_threads AS thread ON thread.workspace = 'local' AND thread.channel = written.channel AND thread.thread = written.thread
        LEFT JOIN lab_messages AS taken ON taken.workspace = 'local' AND taken.channel = written.channel AND taken.message = CAST(written.id AS TEXT)
        LEFT JOIN turns ON turns.workspace = taken.workspace AND turns.id = taken.turn
        WHERE written.author IS NOT NULL AND written.deleted_at IS NULL
          AND (taken.id IS NULL OR (taken.reason IS NULL AND (turns.id IS NULL OR turns.state <> 'Answered')))
        """;

    /// <summary>The lessons that stand in the cohort's channel, in the order of the course.</summary>
    public Task<IReadOnlyList<LessonId>> ListPostedAsync() =>
        database.ReadAsync(
            session => session.QueryAsync<LessonId>("SELECT lesson FROM lesson_slots WHERE state = 'Posted' ORDER BY number, edition"), CancellationToken.None);

    /// <summary>How far a person is in a lab, or null when it was not started.</summary>
    public Task<LabSight?> FindAsync(PersonId person, LabId lab) =>
        database.ReadAsync(
            session => session.FindAsync<LabSight>(
                """
                SELECT part.channel, part.thread, part.completed_at IS NOT NULL AS is_complete,
                       (SELECT COUNT(*) FROM exchanges WHERE exchanges.workspace = part.workspace AND exchanges.participation = part.id) AS exchanges
                FROM participations AS part
                JOIN member_profiles AS profile ON profile.workspace = part.workspace AND profile.member = part.member
                WHERE part.workspace = 'local' AND part.lab = @lab AND profile.platform_user = @person
                """,
                new { person, lab }),
            CancellationToken.None);

    /// <summary>Whether a person waits for an answer in a thread.</summary>
    public Task<bool> WaitsAsync(PersonId person, Place thread) =>
        database.ReadAsync(
            session => session.ScalarAsync<bool>(
                $"SELECT EXISTS (SELECT 1 {Unanswered} AND written.channel = @Channel AND written.thread = @Thread AND written.author = @person)",
                new { thread.Channel, thread.Thread, person }),
            CancellationToken.None);

    /// <summary>The number behind the newest "Try again" in a person's thread, or null when no answer failed.</summary>
    public Task<long?> FindFailedAsync(PersonId person, Place thread) =>
        database.ReadAsync(
            session => session.FindAsync<long?>(
                """
                SELECT turns.id FROM turns
                JOIN participations AS part ON part.workspace = turns.workspace AND part.id = turns.participation
                JOIN member_profiles AS profile ON profile.workspace = part.workspace AND profile.member = part.member
                WHERE part.channel = @Channel AND part.thread = @Thread AND profile.platform_user = @person AND turns.state = 'Failed'
                ORDER BY turns.id DESC LIMIT 1
                """,
                new { thread.Channel, thread.Thread, person }),
            CancellationToken.None);
}

/// <summary>A lab as its member sees it.</summary>
internal sealed record LabSight
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread.</summary>
    public required string Thread { get; init; }

    /// <summary>Whether the minimum was reached.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Exchanges so far.</summary>
    public required int Exchanges { get; init; }

    /// <summary>The thread.</summary>
    public Place Place => new(WorkspaceId.Local, Channel, Thread);
}
