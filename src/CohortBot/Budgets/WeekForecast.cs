namespace CohortBot.Budgets;

/// <summary>How a cohort's week will end if it goes on as it has gone since Monday.</summary>
/// <param name="Part">How much of the limit is taken, 1 for all of it.</param>
/// <param name="AtEnd">How much will be taken when the week ends, 1 for all of it.</param>
/// <param name="RunsOutAt">When the limit is reached at this pace; null when it lasts the week.</param>
internal sealed record WeekForecast(double Part, double AtEnd, DateTimeOffset? RunsOutAt)
{
    // In the first hour of a week any pace is chance.
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    /// <summary>The forecast, linear over the hours that the week really has (167 or 169 when clocks change).</summary>
    public static WeekForecast Of(BudgetPeriods periods, double part)
    {
        var gone = periods.At - periods.WeekStartsAt;
        var elapsed = gone > Least ? gone : Least;
        var whole = periods.WeekEndsAt - periods.WeekStartsAt;
        var atEnd = part * (whole / elapsed);
        if (part >= 1)
            return new WeekForecast(part, atEnd, periods.At);
        return new WeekForecast(part, atEnd, atEnd > 1 ? periods.At + (1 - part) / part * elapsed : null);
    }
}
