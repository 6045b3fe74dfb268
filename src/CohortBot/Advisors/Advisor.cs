using System.Runtime.CompilerServices;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Offline;

namespace CohortBot.Advisors;

/// <summary>
/// The advisor over whichever client is registered. Members' words go to it as chat messages and never through a template.
/// </summary>
internal sealed class Advisor(ModelCalls model, AdvisorPrompts prompts, CardByRules cardByRules, CardByModel cardByModel, OfflineSummary offlineSummary) : IAdvisor
{
    /// <inheritdoc/>
    public bool CostsNothing => IsOffline;

    private bool IsOffline => model.Has<OfflineAdvisor>();

    /// <inheritdoc/>
    public async IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var patience = model.Begin();
        await foreach (var piece in model.StreamAsync(prompts.ForAnswer(conversation), patience, cancellationToken))
        {
            switch (piece)
            {
                case ModelPiece.Update { Value.Text: { Length: > 0 } words }:
                    yield return new AdvisorPiece.Words(words);
                    break;
                case ModelPiece.Restarted:
                    yield return new AdvisorPiece.Restarted();
                    break;
                case ModelPiece.Finished finished:
                    yield return AdvisorPiece.Used.Of(finished);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken) =>
        IsOffline || conversation.IsBudgetSpent
            ? Task.FromResult(cardByRules.Make(conversation, isScripted: IsOffline))
            : cardByModel.MakeAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken) => IsOffline
        ? offlineSummary.Of(conversation)
        : await model.AskAsync(prompts.ForSummary(conversation), cancellationToken);
}
