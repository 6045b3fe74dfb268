using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Lookups;
using CohortBot.Advisors.Offline;

namespace CohortBot.Advisors;

/// <summary>
/// The advisor over whichever client is registered. Members' words go to it as chat messages and never through a template.
/// </summary>
internal sealed class Advisor(ModelCalls model, LookupRounds rounds, CardByRules cardByRules, CardByModel cardByModel, SummaryMaker summaries) : IAdvisor
{
    /// <inheritdoc/>
    public bool CostsNothing => IsOffline;

    private bool IsOffline => model.Has<OfflineAdvisor>();

    /// <inheritdoc/>
    public IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, CancellationToken cancellationToken) =>
        rounds.AnswerAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken) =>
        IsOffline || conversation.IsBudgetSpent
            ? Task.FromResult(cardByRules.Make(conversation, isScripted: IsOffline))
            : cardByModel.MakeAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken) => summaries.MakeAsync(conversation, cancellationToken);
}
