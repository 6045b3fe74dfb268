using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Offline;

namespace CohortBot.Advisors;

/// <summary>Sums up older turns: with the model, or by quoting where there is none.</summary>
internal sealed class SummaryMaker(ModelCalls model, AdvisorPrompts prompts, OfflineSummary offline)
{
    /// <summary>The summary.</summary>
    /// <exception cref="AdvisorException">The model did not answer.</exception>
    public async Task<string> MakeAsync(LabConversation talk, CancellationToken cancellationToken) =>
        model.Has<OfflineAdvisor>() ? offline.Of(talk) : await model.AskAsync(prompts.ForSummary(talk), cancellationToken);
}
