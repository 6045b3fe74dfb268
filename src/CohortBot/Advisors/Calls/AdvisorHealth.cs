using System.Globalization;
using CohortBot.Advisors.Providers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Calls;

/// <summary>
/// Which model answers, and how the last requests went. It does not ask the model. A model that fails does not make the program unhealthy:
/// lessons go on, and starting anew would mend nothing.
/// </summary>
internal sealed class AdvisorHealth(ModelJournal journal, IOptions<AdvisorOptions> options) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (options.Value.Provider == ModelProvider.Offline)
            return HealthCheckResult.Healthy("No model is connected: the offline advisor answers with the authors' questions.");
        var (news, who) = (journal.News, $"{options.Value.Provider}, {options.Value.Model}");
        if (news.IsFailing)
            return HealthCheckResult.Degraded($"{who}: failed at {At(news.LastFailureAt)}; last answered: {At(news.LastSuccessAt)}. {news.LastFault?.Message}");
        return HealthCheckResult.Healthy(news.LastSuccessAt is null ? $"{who}: not asked since the start." : $"{who}: last answered at {At(news.LastSuccessAt)}.");
    }

    private static string At(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "never since the start";
}
