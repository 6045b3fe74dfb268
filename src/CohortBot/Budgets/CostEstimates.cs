using CohortBot.Chat;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Says beforehand what an answer will take: letters / 4, at the price of the model that was used last.</summary>
internal sealed class CostEstimates(PriceTable prices, IOptions<BudgetOptions> options, TimeProvider time)
{
    private const int LettersToAToken = 4;

    /// <summary>What an answer is likely to take in a conversation of so many letters.</summary>
    public async Task<Amount> OfAnswerAsync(Session session, WorkspaceId workspace, long letters)
    {
        var tokens = new TokenCount(options.Value.PromptTokens + (letters + LettersToAToken - 1) / LettersToAToken, 0, options.Value.AnswerTokens);
        var last = await session.FindAsync<string>("SELECT model FROM model_calls WHERE workspace = @workspace ORDER BY id DESC LIMIT 1", new { workspace });
        var now = time.GetUtcNow();
        var cost = last is null ? prices.DearestOf(tokens, now) : prices.Find(last, now)?.CostOf(tokens) ?? 0;
        return new Amount(cost, tokens.Total);
    }
}
