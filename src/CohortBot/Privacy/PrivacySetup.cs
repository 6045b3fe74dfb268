using CohortBot.Access;
using CohortBot.Commands;

namespace CohortBot.Privacy;

/// <summary>Registers what members can do about their data.</summary>
internal static class PrivacySetup
{
    /// <summary>Adds erasing and handing over. Comes right after the database, so that the journal is replayed before anything reads or sends.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IMemberData, MemberMessages>();
        services.AddSingleton<ErasureJournal>().AddSingleton<ErasureAftermath>().AddSingleton<MemberEraser>().AddSingleton<ErasureReplay>().AddSingleton<MemberExport>();
        services.AddSingleton<ErasureWatch>().AddHostedService(provider => provider.GetRequiredService<ErasureWatch>());
        return services.AddCommand<MyDataCommand>();
    }
}
