using CohortBot.Commands;
using CohortBot.Operations;

namespace CohortBot.Exchanges;

/// <summary>Registers the ledger of exchanges.</summary>
internal static class ExchangesSetup
{
    /// <summary>Adds counting, and the commands that show it.</summary>
    public static IServiceCollection AddExchanges(this IServiceCollection services) =>
        services.AddCounters(ExchangeMeter.AtZero)
            .AddSingleton<ExchangeStore>()
            .AddSingleton<LabProgress>()
            .AddSingleton<LabVerdicts>()
            .AddCommand<LabWhyCommand>()
            .AddCommand<CohortStatusCommand>();
}
