using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Tells the facilitators of a budget that comes to its end, once for each week and limit, in the transaction that finds it.</summary>
internal sealed class BudgetNotices(CohortLimits limits, WeekSpending spending, StaffNotices staff, IOptions<BudgetOptions> options, TimeProvider time)
{
    /// <summary>Looks at a cohort's week: at the settings' part of it (80 %) there is a forecast, at the end of it a notice. Twice is once.</summary>
    public async Task CheckWeekAsync(Session session, WorkspaceId workspace, CohortId id)
    {
        var limit = (await limits.FindAsync(session, workspace, id))[BudgetSpan.CohortWeek];
        if (limit.IsNone || await CohortStore.FindAsync(session, workspace, id) is not { } cohort)
            return;
        var week = await spending.FindAsync(session, cohort);
        var part = limit.PartOf(week.Total);
        if (part < options.Value.ForecastPercent / 100.0)
            return;
        var kind = part >= 1 ? "spent" : "forecast";
        if (!await IsNewAsync(session, cohort, Name(kind)))
            return;
        await staff.AddAsync(
            session, cohort, new OutboxKey(workspace, $"budget/{id}/{Name(kind)}"), wording => new Document([WeekNotice(wording, kind, cohort, (week, part))]));

        // A new limit is a new budget, and is spoken of anew.
        string Name(string of) => string.Create(CultureInfo.InvariantCulture, $"{of}/{week.Periods.Week:yyyy-MM-dd}/{limit.Cost}/{limit.Tokens}");
    }

    /// <summary>Tells that a member's lab has used up its budget: nobody but a facilitator can open it. Once for each participation and limit.</summary>
    public async Task TellLabAsync(Session session, CallAccount account, string lab)
    {
        if (await CohortStore.FindAsync(session, account.Workspace, account.Cohort) is not { } cohort)
            return;
        var limit = (await limits.FindAsync(session, cohort.Workspace, cohort.Id))[BudgetSpan.Lab];
        var name = string.Create(CultureInfo.InvariantCulture, $"lab/{account.Participation}/{limit.Cost}/{limit.Tokens}");
        if (await IsNewAsync(session, cohort, name))
        {
            await staff.AddAsync(
                session, cohort, new OutboxKey(cohort.Workspace, $"budget/{cohort.Id}/{name}"),
                wording => wording.Document("budgets.notice_lab", ("cohort", cohort.Name), ("lab", lab)));
        }
    }

    private static Paragraph WeekNotice(Wording wording, string kind, Cohort cohort, (WeekSpending.Week Week, double Part) now)
    {
        var forecast = WeekForecast.Of(now.Week.Periods, now.Part);
        var key = kind == "spent" ? "budgets.notice_spent" : forecast.RunsOutAt is null ? "budgets.notice_lasts" : "budgets.notice_runs_out";
        return wording.Paragraph(
            key,
            ("cohort", cohort.Name), ("percent", (int)(now.Part * 100)), ("end", (int)(forecast.AtEnd * 100)),
            ("when", new LocalMoment(forecast.RunsOutAt ?? now.Week.Periods.WeekEndsAt, now.Week.Periods.CohortZone)),
            ("opens", new LocalMoment(now.Week.Periods.WeekEndsAt, now.Week.Periods.CohortZone)),
            ("half", now.Week.MembersOfHalf), ("members", now.Week.Shares.Count));
    }

    private async Task<bool> IsNewAsync(Session session, Cohort cohort, string notice) =>
        await session.ExecuteAsync(
            """
            INSERT INTO budget_notices (workspace, cohort, notice, told_at) VALUES (@Workspace, @Id, @notice, @now)
            ON CONFLICT (workspace, cohort, notice) DO NOTHING
            """,
            new { cohort.Workspace, cohort.Id, notice, now = time.GetUtcNow() }) > 0;
}
