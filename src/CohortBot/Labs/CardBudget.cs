using CohortBot.Advisors;
using CohortBot.Budgets;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Whether a card may still be made with a model; where the budget is used up it is made by the author's rules, which cost nothing.</summary>
internal sealed class CardBudget(Database database, SpendGuard guard, CostEstimates estimates)
{
    /// <summary>Whether what a card takes still fits. Cards that are made at the same moment do not see each other.</summary>
    public async Task<bool> HasRoomAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Account is not { } account)
            return true;
        var letters = conversation.Past.Sum(past => past.Said.Length + past.Answered.Length);
        return await database.ReadAsync(
            async session => !await guard.HasLimitsAsync(session, account)
                || await guard.JudgeAsync(session, account, await estimates.OfAnswerAsync(session, account.Workspace, letters)) is BudgetVerdict.Open,
            cancellationToken);
    }
}
