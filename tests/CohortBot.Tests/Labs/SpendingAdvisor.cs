using System.Runtime.CompilerServices;
using CohortBot.Advisors;
using CohortBot.Budgets;

namespace CohortBot.Tests.Labs;

/// <summary>The scripted advisor as if a model stood behind it: what each request takes goes into the ledger when it ends.</summary>
internal sealed class SpendingAdvisor(ScriptedAdvisor inner, ModelLedger ledger, SpendingScript script) : IAdvisor
{
    public bool CostsNothing => script.IsOffline;

    public async IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isWhole = false;
        try
        {
            await foreach (var piece in inner.AnswerAsync(conversation, cancellationToken))
                yield return piece;
            isWhole = true;
        }
        finally
        {
            await AddAsync(conversation, CallPurpose.Answer, isWhole ? CallOutcome.Done : cancellationToken.IsCancellationRequested ? CallOutcome.Cut : CallOutcome.Failed);
        }
    }

    public async Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        if (!conversation.IsBudgetSpent)
            await AddAsync(conversation, CallPurpose.Card, CallOutcome.Done);
        return await inner.MakeCardAsync(conversation, cancellationToken);
    }

    public async Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        await AddAsync(conversation, CallPurpose.Summary, CallOutcome.Done);
        return await inner.SummariseAsync(conversation, cancellationToken);
    }

    private Task AddAsync(LabConversation conversation, CallPurpose purpose, CallOutcome outcome) =>
        script.IsOffline
            ? Task.CompletedTask
            : ledger.AddAsync(
                new BilledCall
                {
                    Account = conversation.Account!,
                    Purpose = purpose,
                    Outcome = outcome,
                    Model = script.Model,
                    Tokens = script.Takes,
                    IsEstimate = false,
                },
                CancellationToken.None);
}

/// <summary>What a test says of the model.</summary>
internal sealed class SpendingScript
{
    public bool IsOffline { get; set; }

    public string Model { get; set; } = "priced";

    public TokenCount Takes { get; set; } = new(800, 0, 200);
}
