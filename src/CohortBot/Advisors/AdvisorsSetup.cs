using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Offline;
using CohortBot.Advisors.Passages;
using CohortBot.Operations;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors;

/// <summary>Registers the advisor.</summary>
internal static class AdvisorsSetup
{
    /// <summary>Adds the advisor with the offline client behind it.</summary>
    public static IServiceCollection AddAdvisors(this IServiceCollection services)
    {
        services.AddOptions<AdvisorOptions>().BindConfiguration(AdvisorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCounters(ModelMeter.AtZero);
        services.AddSingleton<PassageSearch>().AddSingleton<OfflineAnswers>().AddSingleton<OfflineSummary>();
        services.AddSingleton<IChatClient, OfflineAdvisor>(); // the seam: a provider's client is registered here instead
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MeteredClient>(provider, provider.GetRequiredService<IChatClient>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ModelCalls>(provider, provider.GetRequiredService<MeteredClient>()));
        services.AddSingleton<AdvisorPrompts>().AddSingleton<CardByRules>().AddSingleton<CardByModel>();
        return services.AddSingleton<IAdvisor, Advisor>();
    }
}
