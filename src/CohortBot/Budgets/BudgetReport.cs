using CohortBot.Cohorts;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>How a cohort's budgets stand.</summary>
internal sealed record BudgetReport
{
    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The limits that hold.</summary>
    public required LimitSet Limits { get; init; }

    /// <summary>This week.</summary>
    public required WeekSpending.Week Week { get; init; }

    /// <summary>The labs that a model has worked in.</summary>
    public required IReadOnlyList<LabCost> Labs { get; init; }

    /// <summary>Models without a price.</summary>
    public required IReadOnlyList<UnpricedModel> Unpriced { get; init; }

    /// <summary>How many exchanges the offline advisor answered.</summary>
    public required int Offline { get; init; }

    /// <summary>How many answers wait for a budget.</summary>
    public required int Waiting { get; init; }

    /// <summary>A sum in the currency.</summary>
    public Money MoneyOf(long millionths) => new(millionths, Currency);
}

/// <summary>Reads how a cohort's budgets stand, in one consistent view.</summary>
internal sealed class BudgetReports(Database database, CohortLimits limits, WeekSpending spending, LabCosts labs, IOptions<BudgetOptions> options)
{
    /// <summary>The report of now.</summary>
    public Task<BudgetReport> FindAsync(Cohort cohort, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => new BudgetReport
            {
                Cohort = cohort,
                Currency = options.Value.Currency,
                Limits = await limits.FindAsync(session, cohort.Workspace, cohort.Id),
                Week = await spending.FindAsync(session, cohort),
                Labs = await labs.ListAsync(session, cohort.Workspace, cohort.Id),
                Unpriced = await LabCosts.ListUnpricedAsync(session, cohort.Workspace, cohort.Id),
                Offline = await LabCosts.CountOfflineAsync(session, cohort.Workspace, cohort.Id),
                Waiting = await HeldTurns.CountAsync(session, cohort.Workspace, cohort.Id),
            },
            cancellationToken);
}
