using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Exchanges;

/// <summary>Tells of each message in a lab whether it counted, from the ledger itself.</summary>
internal sealed class LabVerdicts(Database database)
{
    /// <summary>A member's messages in a lab of a cohort, oldest first.</summary>
    public Task<IReadOnlyList<LabMessageVerdict>> ListAsync(
        WorkspaceId workspace, CohortId cohort, LabId lab, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LabMessageVerdict>(
                """
                SELECT message.sent_at, words.text, message.reason, message.edited_at, turns.state AS turn_state, hold.because AS held_because, hold.until AS held_until,
                       (SELECT COUNT(*) FROM exchanges AS earlier
                        WHERE earlier.workspace = exchange.workspace AND earlier.participation = exchange.participation AND earlier.id <= exchange.id) AS exchange
                FROM lab_messages AS message
                JOIN lab_threads AS thread
                  ON thread.workspace = message.workspace AND thread.channel = message.channel AND thread.thread = message.thread
                LEFT JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
                LEFT JOIN turns ON turns.workspace = message.workspace AND turns.id = message.turn
                LEFT JOIN turn_holds AS hold ON hold.workspace = turns.workspace AND hold.turn = turns.id AND turns.state = 'Held'
                LEFT JOIN exchanges AS exchange ON exchange.workspace = message.workspace AND exchange.turn = message.turn
                WHERE message.workspace = @workspace AND thread.cohort = @cohort AND thread.lab = @lab AND message.member = @member
                ORDER BY message.sent_at, message.id
                """,
                new { workspace, cohort, lab, member }),
            cancellationToken);

    /// <summary>The lab that is held at a place, else the one that the member started last in a cohort, else null.</summary>
    public Task<LabId?> FindLabAsync(Place place, CohortId cohort, MemberKey member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var here = await session.FindAsync<LabId?>(
                    "SELECT lab FROM lab_threads WHERE workspace = @Workspace AND channel = @Channel AND thread = @Thread",
                    new { place.Workspace, place.Channel, place.Thread });
                return here ?? await session.FindAsync<LabId?>(
                    "SELECT lab FROM participations WHERE workspace = @Workspace AND cohort = @cohort AND member = @member ORDER BY id DESC LIMIT 1",
                    new { place.Workspace, cohort, member });
            },
            cancellationToken);
}
