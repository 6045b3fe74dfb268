using CohortBot.Advisors;
using CohortBot.Labs.Safety;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Labs;

/// <summary>
/// Builds what the advisor is told. The lab's goal and the cards are always told whole; of the conversation, as much as the budget takes
/// word by word, and what is older in short.
/// </summary>
internal sealed class LabTranscript(Database database, LabSummaries summaries, IOptions<LabOptions> options)
{
    /// <summary>What the advisor is told to answer a turn.</summary>
    public async Task<LabConversation> BuildAsync(LabScene scene, Turn turn, CancellationToken cancellationToken)
    {
        var (words, whole) = await database.ReadAsync(
            async session => (await TurnStore.ListWordsAsync(session, turn), await ReadAsync(session, scene, turn)), cancellationToken);
        var says = AdvisorWords.Of(string.Join('\n', words), scene.Wording);
        var budget = options.Value.TranscriptTokens - Tokens.Estimate(says);
        return says.Length == 0 ? whole.Conversation : (await summaries.ShortenAsync(scene, whole, budget, cancellationToken)) with { Says = says };
    }

    /// <summary>
    /// What the advisor is told to make the card: every word of the member, since the card quotes them, and the newest of its own answers.
    /// </summary>
    public async Task<LabConversation> ForCardAsync(LabScene scene, CancellationToken cancellationToken)
    {
        var whole = await database.ReadAsync(session => ReadAsync(session, scene, turn: null), cancellationToken);
        var left = options.Value.TranscriptTokens - whole.Turns.Sum(turn => Tokens.Estimate(turn.Said));
        List<PastExchange> past = [];
        foreach (var (said, answered) in whole.Conversation.Past.Reverse())
        {
            left -= Tokens.Estimate(answered);
            past.Insert(0, new PastExchange(said, left >= 0 ? answered : ""));
        }

        return whole.Conversation with { Past = past, Summary = null };
    }

    // An answer quotes what it answers: with the words it goes too.
    private static PastExchange Tell(AnsweredTurn turn, string deleted) =>
        turn.Said.Length > 0 ? new PastExchange(turn.Said, turn.Answered) : new PastExchange(deleted, deleted);

    // For a turn; for the card from the start, without summary.
    private static async Task<WholeConversation> ReadAsync(Session session, LabScene scene, Turn? turn)
    {
        var lane = scene.Participation.Lane;
        var summary = turn is null ? null : await TranscriptStore.FindSummaryAsync(session, lane);
        var answered = await TranscriptStore.ListAsync(session, lane);
        List<AnsweredTurn> said = [.. answered.Where(past => summary is null || past.Turn.Value > summary.UpTo.Value)];
        return new WholeConversation(summary, said, new LabConversation
        {
            Course = scene.Course,
            Lesson = scene.Lesson,
            Lab = scene.Lab,
            Locale = scene.Wording.Locale,
            Past = [.. said.Select(past => Tell(past with { Said = AdvisorWords.Of(past.Said, scene.Wording) }, scene.Wording.Say("labs.deleted")))],
            Summary = summary?.Summary,
            Says = "",
            Exchange = answered.Count + 1,
            Account = scene.Participation.Account(turn?.Id),
            EarlierCards = [.. (await CardStore.ListEarlierAsync(session, scene)).Select(card => AdvisorWords.Of(card, scene.Wording))],
        });
    }
}

/// <summary>A conversation with what was summed up before, and the turns that it tells word by word as they are stored.</summary>
internal sealed record WholeConversation(KeptSummary? Before, IReadOnlyList<AnsweredTurn> Turns, LabConversation Conversation);
