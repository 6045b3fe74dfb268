using CohortBot.Operations;
using CohortBot.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Web.Health;

/// <summary>Asks a doctor's check for health; several findings are as bad as the worst.</summary>
internal sealed class FindingHealth(IDoctorCheck check, TextCatalogue texts) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var wording = texts.In(Locale.English);
        var findings = await check.CheckAsync(cancellationToken);
        return new HealthCheckResult(findings.Min(finding => finding.State), string.Join(" ", findings.Select(finding => wording.Say(finding.Detail))));
    }
}

/// <summary>Adds the doctor's checks that are asked for health.</summary>
internal sealed class FindingHealthSetup(IEnumerable<HealthByDoctor> shared) : IConfigureOptions<HealthCheckServiceOptions>
{
    /// <inheritdoc/>
    public void Configure(HealthCheckServiceOptions options)
    {
        foreach (var (name, type, patience) in shared)
            options.Registrations.Add(new HealthCheckRegistration(name, provider => Create(provider, type), failureStatus: null, tags: null, patience));
    }

    private static FindingHealth Create(IServiceProvider provider, Type type) =>
        new((IDoctorCheck)provider.GetRequiredService(type), provider.GetRequiredService<TextCatalogue>());
}
