using CohortBot.Advisors;
using CohortBot.Budgets;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Labs;

/// <summary>Lets turns through as far as the budgets go. The others are held: what the member wrote is kept, and is answered when the budget opens.</summary>
internal sealed class TurnBudget(IAdvisor advisor, SpendGuard guard, CostEstimates estimates, TurnHolds holds, IOptions<LabOptions> options)
{
    private const int LettersToAToken = 4;

    /// <summary>
    /// Decides in the transaction that opens a turn, or that looks again at one that is held. Returns it open, with its place in the budget, or held; null
    /// when it was held and the member has taken back all of it.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="part">Whose it is, where that was read already.</param>
    public async Task<Turn?> AdmitAsync(Session session, Turn turn, Participation? part = null)
    {
        if (turn.State == TurnState.Held && await TurnHolds.DropEmptyAsync(session, turn))
            return null;
        switch (await ReserveAsync(session, turn, part))
        {
            case BudgetVerdict.Closed closed:
                return await holds.HoldAsync(session, turn, new TurnHold { Because = $"{closed.Span}", Until = closed.Until });
            case BudgetVerdict.Busy busy:
                return await holds.HoldAsync(session, turn, new TurnHold { Because = nameof(BudgetVerdict.Busy), Until = busy.Until });
            default:
                return turn.State == TurnState.Held ? await TurnHolds.OpenAsync(session, turn) : turn;
        }
    }

    /// <summary>Whether a turn would be let through now.</summary>
    public async Task<BudgetVerdict> JudgeAsync(Session session, Turn turn) =>
        await FindAccountAsync(session, turn, part: null) is { } account
            ? await guard.JudgeAsync(session, account, await EstimateAsync(session, turn))
            : new BudgetVerdict.Open();

    private async Task<BudgetVerdict> ReserveAsync(Session session, Turn turn, Participation? part) =>
        await FindAccountAsync(session, turn, part) is { } account
            ? await guard.ReserveAsync(session, account, await EstimateAsync(session, turn))
            : new BudgetVerdict.Open();

    // None where nothing costs or nothing is limited.
    private async Task<CallAccount?> FindAccountAsync(Session session, Turn turn, Participation? part)
    {
        if (advisor.CostsNothing || (part ?? await ParticipationStore.FindAsync(session, turn.Lane)) is not { } whose)
            return null;
        var account = whose.Account(turn.Id);
        return await guard.HasLimitsAsync(session, account) ? account : null;
    }

    private async Task<Amount> EstimateAsync(Session session, Turn turn)
    {
        var letters = await session.ScalarAsync<long>(
            """
            SELECT CAST(
                (SELECT COALESCE(SUM(LENGTH(words.text)), 0) FROM lab_messages AS message
                 JOIN lab_message_words AS words ON words.workspace = message.workspace AND words.lab_message = message.id
                 WHERE message.workspace = @Workspace AND message.participation = @Participation)
              + (SELECT COALESCE(SUM(LENGTH(replies.reply)), 0) FROM turns
                 JOIN turn_words AS replies ON replies.workspace = turns.workspace AND replies.turn = turns.id
                 WHERE turns.workspace = @Workspace AND turns.participation = @Participation) AS BIGINT)
            """,
            new { turn.Workspace, turn.Participation });
        var told = Math.Min(letters, (long)options.Value.TranscriptTokens * LettersToAToken);
        return await estimates.OfAnswerAsync(session, turn.Workspace, told);
    }
}
