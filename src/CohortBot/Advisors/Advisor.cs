using System.Runtime.CompilerServices;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Offline;
using Microsoft.Extensions.AI;

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
        var (messages, options) = prompts.ForAnswer(conversation);
        var usage = new UsageDetails();
        var (name, letters) = ((string?)null, 0);
        await foreach (var update in model.StreamAsync(messages, options, cancellationToken))
        {
            name = update.ModelId ?? name;
            foreach (var used in update.Contents.OfType<UsageContent>())
                usage.Add(used.Details);
            if (update.Text.Length == 0)
                continue;
            letters += update.Text.Trim().Length;
            yield return new AdvisorPiece.Words(update.Text);
        }

        if (letters == 0)
            throw new AdvisorException(AdvisorFailure.Empty);
        var (input, output) = (usage.InputTokenCount ?? messages.Sum(message => Tokens.Estimate(message.Text)), usage.OutputTokenCount ?? Tokens.Estimate(letters));
        ModelMeter.Used(input, output);
        yield return new AdvisorPiece.Used(name ?? "unknown", input, output);
    }

    /// <inheritdoc/>
    public Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken) =>
        IsOffline || conversation.IsBudgetSpent
            ? Task.FromResult(cardByRules.Make(conversation, isScripted: IsOffline))
            : cardByModel.MakeAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        if (IsOffline)
            return offlineSummary.Of(conversation);
        var (messages, options) = prompts.ForSummary(conversation);
        return await model.AskAsync(messages, options, cancellationToken);
    }
}
