using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Lookups;
using CohortBot.Advisors.Offline;
using CohortBot.Advisors.Passages;
using CohortBot.Advisors.Providers;
using CohortBot.Advisors.Safety;
using CohortBot.Operations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors;

/// <summary>Registers the advisor.</summary>
internal static class AdvisorsSetup
{
    /// <summary>Adds the advisor with the client that the settings name.</summary>
    public static IServiceCollection AddAdvisors(this IServiceCollection services)
    {
        services.AddOptions<AdvisorOptions>().BindConfiguration(AdvisorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCounters(ModelMeter.AtZero);
        services.AddSingleton<PassageSearch>().AddSingleton<OfflineAnswers>().AddSingleton<OfflineSummary>().AddSingleton<OfflineAdvisor>();
        services.AddProviderHttp().AddSingleton<ProviderClients>().AddSingleton(ClientOf);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MeteredClient>(provider, provider.GetRequiredService<IChatClient>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ModelCalls>(provider, provider.GetRequiredService<MeteredClient>()));
        services.AddSingleton(provider => new RetryPlan(provider.GetRequiredService<IOptions<AdvisorOptions>>(), Random.Shared));
        services.AddSingleton<EndpointTraits>().AddSingleton<ModelJournal>();
        services.AddHealth<AdvisorHealth>("advisor").AddDoctorCheck<AdvisorCheck>();
        services.AddSingleton<LookupTools>().AddSingleton<LookupRounds>().AddSingleton<SummaryMaker>();
        services.AddSingleton<AdvisorPrompts>().AddSingleton<CardByRules>().AddSingleton<CardByModel>();
        return services.AddSingleton<Advisor>().AddSingleton<CourseFigures>().AddSingleton<IAdvisor, GuardedAdvisor>();
    }

    private static IChatClient ClientOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<AdvisorOptions>>().Value.Provider == ModelProvider.Offline
            ? provider.GetRequiredService<OfflineAdvisor>()
            : provider.GetRequiredService<ProviderClients>().Create();
}
