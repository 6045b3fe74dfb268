using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Storage;

namespace CohortBot.Budgets;

/// <summary>
/// The local day of a member and the local week of a cohort at an instant. Calls are kept under these dates, not under hours: a day is a day however
/// long it is (23 or 25 hours when clocks change), and a member who moves to another zone comes back to dates that are used already, so that
/// over any days nobody gets more, or less, than one budget for each date.
/// </summary>
internal sealed record BudgetPeriods
{
    /// <summary>The instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The zone in which the member's day is counted: the member's, else the cohort's.</summary>
    public required string MemberZone { get; init; }

    /// <summary>The zone in which the cohort's week is counted.</summary>
    public required string CohortZone { get; init; }

    /// <summary>The member's day.</summary>
    public DateOnly Day => CohortClock.Day(At, MemberZone);

    /// <summary>The Monday of the cohort's week.</summary>
    public DateOnly Week => MondayOf(CohortClock.Day(At, CohortZone));

    /// <summary>When the member's next day begins.</summary>
    public DateTimeOffset DayEndsAt => Midnight(Day.AddDays(1), MemberZone);

    /// <summary>When the cohort's week began.</summary>
    public DateTimeOffset WeekStartsAt => Midnight(Week, CohortZone);

    /// <summary>When the cohort's next week begins.</summary>
    public DateTimeOffset WeekEndsAt => Midnight(Week.AddDays(7), CohortZone);

    /// <summary>The periods of a member in a cohort.</summary>
    public static async Task<BudgetPeriods> FindAsync(Session session, CallAccount account, DateTimeOffset at)
    {
        var zones = await session.FindAsync<Zones>(
            """
            SELECT cohorts.zone AS cohort_zone, profile.zone AS member_zone FROM cohorts
            LEFT JOIN member_profiles AS profile ON profile.workspace = cohorts.workspace AND profile.member = @Member
            WHERE cohorts.workspace = @Workspace AND cohorts.id = @Cohort
            """,
            new { account.Workspace, account.Cohort, account.Member });
        return Of(at, zones?.MemberZone, zones?.CohortZone);
    }

    /// <summary>The periods of a cohort as a whole.</summary>
    public static BudgetPeriods Of(Cohort cohort, DateTimeOffset at) => Of(at, memberZone: null, cohort.Zone);

    /// <summary>The periods of zones; one that this system does not know is read as the cohort's, or as UTC.</summary>
    public static BudgetPeriods Of(DateTimeOffset at, string? memberZone, string? cohortZone)
    {
        var zone = ZoneNames.Find(cohortZone) ?? "UTC";
        return new BudgetPeriods { At = at, MemberZone = ZoneNames.Find(memberZone) ?? zone, CohortZone = zone };
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTimeOffset Midnight(DateOnly day, string zone) =>
        WallClock.Find(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private sealed record Zones
    {
        public required string CohortZone { get; init; }

        public string? MemberZone { get; init; }
    }
}
