using CohortBot.Cohorts.Calendar;
using CohortBot.Commands;

namespace CohortBot.Tests.Cohorts.Calendar;

public sealed class PostingPlanTests
{
    [Theory]
    [InlineData("mon,thu 09:00", "mon,thu 09:00")]
    [InlineData("Thu, Mon 9:00", "mon,thu 09:00")]
    [InlineData("mo,do 9.30 uhr", "mon,thu 09:30")]
    [InlineData("Montag und Donnerstag um 18:15 Uhr", "mon,thu 18:15")]
    [InlineData("Mondays and Thursdays at 09:00", "mon,thu 09:00")]
    [InlineData("mon-fri 09:00", "mon,tue,wed,thu,fri 09:00")]
    [InlineData("mon – wed 07:05", "mon,tue,wed 07:05")]
    [InlineData("fr-mo 09:00", "mon,fri,sat,sun 09:00")]
    [InlineData("mo-mi, sa 09:00", "mon,tue,wed,sat 09:00")]
    [InlineData("werktags 09:00", "mon,tue,wed,thu,fri 09:00")]
    [InlineData("sun 00:00", "sun 00:00")]
    [InlineData("every 3 days 09:00", "every 3 days 09:00")]
    [InlineData("alle 3 Tage um 9:00 Uhr", "every 3 days 09:00")]
    [InlineData("every day at 23:59", "every day 23:59")]
    [InlineData("täglich 08:00", "every day 08:00")]
    [InlineData("every 1 day 08:00", "every day 08:00")]
    [InlineData("2026-12-08 14:30, 2026-12-01 09:00", "2026-12-01 09:00, 2026-12-08 14:30")]
    [InlineData("1.12.2026 9:00; 2026-12-08T14:30", "2026-12-01 09:00, 2026-12-08 14:30")]
    [InlineData("2026-12-01 um 9:00 Uhr", "2026-12-01 09:00")]
    public void What_is_typed_becomes_a_plan_whose_text_reads_back(string typed, string expected)
    {
        var plan = PostingPlan.Read(typed);
        Assert.Equal(expected, plan.Text);
        Assert.Equal(plan.Text, PostingPlan.Read(plan.Text).Text);
    }

    [Theory]
    [InlineData("", "cohorts.plan_empty")]
    [InlineData("mon,thu", "cohorts.plan_no_time")]
    [InlineData("every", "cohorts.plan_no_time")]
    [InlineData("every 3 days", "cohorts.plan_no_time")]
    [InlineData("soon", "cohorts.plan_no_time")]
    [InlineData("09:00", "cohorts.plan_no_day")]
    [InlineData("moon 09:00", "cohorts.plan_day_near")]
    [InlineData("xyzzy 09:00", "cohorts.plan_day")]
    [InlineData("mon 24:00", "cohorts.plan_time")]
    [InlineData("mon 9", "cohorts.plan_time")]
    [InlineData("mon 9:00pm", "cohorts.plan_time")]
    [InlineData("every 0 days 09:00", "cohorts.plan_interval")]
    [InlineData("every 61 days 09:00", "cohorts.plan_interval")]
    [InlineData("every 99999999999 days 09:00", "cohorts.plan_interval")]
    [InlineData("2026-02-30 09:00", "cohorts.plan_date")]
    [InlineData("2026-12-01", "cohorts.plan_no_time")]
    [InlineData("2026-12-01 09:00 2026-12-02 09:00", "cohorts.plan_date")]
    [InlineData("2026-12-01 09:00, 1.12.2026 9:00", "cohorts.plan_date_twice")]
    public void What_is_no_plan_is_refused_with_the_reason(string typed, string key) =>
        Assert.Equal(key, Assert.Throws<CommandException>(() => PostingPlan.Read(typed)).Key);

    [Fact]
    public void Too_many_dates_are_refused()
    {
        var typed = string.Join(", ", Enumerable.Range(0, 201).Select(day => $"{new DateOnly(2027, 1, 1).AddDays(day):yyyy-MM-dd} 09:00"));
        Assert.Equal("cohorts.plan_too_many_dates", Assert.Throws<CommandException>(() => PostingPlan.Read(typed)).Key);
    }
}
