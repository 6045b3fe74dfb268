using CohortBot.Commands;
using CohortBot.Operations;

namespace CohortBot.Budgets;

/// <summary>Registers the spend guard.</summary>
internal static class BudgetsSetup
{
    /// <summary>Adds the ledger of what models took, the limits, and the command that shows and changes them.</summary>
    public static IServiceCollection AddBudgets(this IServiceCollection services)
    {
        services.AddOptions<BudgetOptions>().BindConfiguration(BudgetOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHealth<BudgetHealth>("budgets");
        return services.AddSingleton<PriceTable>()
            .AddSingleton<CohortLimits>()
            .AddSingleton<SpentSums>()
            .AddSingleton<TurnReservations>()
            .AddSingleton<CostEstimates>()
            .AddSingleton<SpendGuard>()
            .AddSingleton<WeekSpending>()
            .AddSingleton<BudgetNotices>()
            .AddSingleton<HeldTurns>()
            .AddSingleton<ModelLedger>()
            .AddSingleton<LabCosts>()
            .AddSingleton<BudgetReports>()
            .AddSingleton<BudgetChanges>()
            .AddCommand<CohortBudgetCommand>();
    }
}
