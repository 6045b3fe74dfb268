using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>
/// Decides whether a model may be asked. A limit closes when it is used up. Before that a turn is let through when its estimate still fits beside
/// those of the turns under way, or when none is under way: a single answer may run over a limit by its own rest, fifty at once may not.
/// </summary>
internal sealed class SpendGuard(CohortLimits limits, SpentSums sums, TurnReservations reservations, IOptions<BudgetOptions> options, TimeProvider time)
{
    // About as long as an answer takes.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>Whether a cohort has any limit: without one there is nothing to decide.</summary>
    public async Task<bool> HasLimitsAsync(Session session, CallAccount account) =>
        !(await limits.FindAsync(session, account.Workspace, account.Cohort)).AreNone;

    /// <summary>
    /// Decides for a turn, and holds its place when it may ask. Writes go one after another, over all nodes too, so that
    /// each decision sees what the others have let through.
    /// </summary>
    public async Task<BudgetVerdict> ReserveAsync(Session session, CallAccount account, Amount estimate)
    {
        var verdict = await JudgeAsync(session, account, estimate);
        if (verdict is BudgetVerdict.Open)
            await reservations.HoldAsync(session, account, await BudgetPeriods.FindAsync(session, account, time.GetUtcNow()), estimate);
        return verdict;
    }

    /// <summary>Decides without holding a place.</summary>
    public async Task<BudgetVerdict> JudgeAsync(Session session, CallAccount account, Amount estimate)
    {
        var set = await FindLimitsAsync(session, account);
        if (set.AreNone)
            return new BudgetVerdict.Open();
        var periods = await BudgetPeriods.FindAsync(session, account, time.GetUtcNow());
        var spent = await sums.FindAsync(session, account, periods);
        if (FindClosed(set, spent, periods) is { } closed)
            return closed;
        var held = await reservations.FindAsync(session, account, periods);
        var isBusy = Enum.GetValues<BudgetSpan>().Any(span => held[span] != default && !set[span].Covers(spent[span] + held[span] + estimate));
        return isBusy ? new BudgetVerdict.Busy(periods.At + LookAgain) : new BudgetVerdict.Open();
    }

    private async Task<LimitSet> FindLimitsAsync(Session session, CallAccount account)
    {
        var set = await limits.FindAsync(session, account.Workspace, account.Cohort);
        if (set[BudgetSpan.CohortWeek].IsNone)
            return set;
        var members = await session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM enrolments WHERE workspace = @Workspace AND cohort = @Cohort AND left_at IS NULL", new { account.Workspace, account.Cohort });
        return set.WithShare(members, options.Value.MemberSharePercent);
    }

    private static BudgetVerdict.Closed? FindClosed(LimitSet set, IReadOnlyDictionary<BudgetSpan, Amount> spent, BudgetPeriods periods) =>
        Enum.GetValues<BudgetSpan>()
            .Where(span => set[span].IsReached(spent[span]))
            .Select(span => new BudgetVerdict.Closed(span, OpensAt(span, periods)))
            .OrderByDescending(closed => closed.Until ?? DateTimeOffset.MaxValue)
            .ThenByDescending(closed => closed.Span)
            .FirstOrDefault();

    private static DateTimeOffset? OpensAt(BudgetSpan span, BudgetPeriods periods) => span switch
    {
        BudgetSpan.MemberDay => periods.DayEndsAt,
        BudgetSpan.Lab => null,
        _ => periods.WeekEndsAt,
    };
}
