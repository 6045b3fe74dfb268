using CohortBot.Advisors.Safety;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs.Safety;

/// <summary>Judges what a member writes into a card. A crisis is met as in the lab; the card is kept as it was written, and the advisor is not told of it.</summary>
internal sealed class CardSafety(Database database, SafetyDesk desk, LabSignals signals)
{
    /// <summary>
    /// Shows help and calls the facilitators where the words read like a crisis. Comes before the card is saved, so that a fault there keeps nobody from
    /// help; saved again, it is shown again.
    /// </summary>
    public async Task MeetAsync(LabScene scene, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        if (words.Select(SafetyJudge.Judge).FirstOrDefault(verdict => verdict.Has(SafetyClass.Crisis)) is not { } verdict)
            return;
        var part = scene.Participation;
        var thread = ThreadOf(part);
        var met = await database.WriteAsync(
            session => desk.NoteAsync(session, new WrittenMessage(thread, part.Member, part.Lane, Message: null), verdict, WhyNot.Crisis), cancellationToken);
        await signals.FollowAsync(new TakenMessage(WhyNot.Crisis, met) { Lane = part.Lane, SetsAside = true }, thread, cancellationToken);
    }

    private static LabThread ThreadOf(Participation part) => new()
    {
        Workspace = part.Workspace,
        Cohort = part.Cohort,
        Lab = part.Lab,
        Owner = part.Member,
        Channel = part.Channel,
        Thread = part.Thread,
        OpenedAt = part.StartedAt,
        LastReadAt = part.StartedAt,
    };
}
