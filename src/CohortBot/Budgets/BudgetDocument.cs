using CohortBot.Chat.Documents;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Budgets;

/// <summary>Shows how a cohort's budgets stand.</summary>
internal sealed class BudgetDocument(BudgetReport report, Wording wording)
{
    private const int MostShares = 5;

    /// <summary>The whole report.</summary>
    /// <param name="course">The course, for the labs' titles; null when it cannot be read.</param>
    /// <param name="showsShares">Whether the largest shares are told; nobody is named.</param>
    public Document Show(Course? course, bool showsShares) => new(
    [
        wording.Heading(2, "budgets.title", ("cohort", report.Cohort.Name)),
        .. Week(),
        .. showsShares ? Shares() : [],
        new Bullets(IsNumbered: false, [.. CohortLimits.Spans.Select(LimitLine)]),
        .. Labs(course),
        .. Remarks(),
    ]);

    private IEnumerable<Block> Week()
    {
        var (limit, week) = (report.Limits[BudgetSpan.CohortWeek], report.Week);
        yield return wording.Paragraph(
            limit.IsNone ? "budgets.week_unlimited" : "budgets.week",
            ("spent", report.MoneyOf(week.Total.Cost)), ("tokens", Number(week.Total.Tokens)), ("limit", Say(limit)), ("percent", (int)(limit.PartOf(week.Total) * 100)),
            ("opens", new LocalMoment(week.Periods.WeekEndsAt, week.Periods.CohortZone)));
        if (!limit.IsNone && week.Total != default)
            yield return Forecast(WeekForecast.Of(week.Periods, limit.PartOf(week.Total)));
    }

    private Paragraph Forecast(WeekForecast forecast) => wording.Paragraph(
        forecast switch { { Part: >= 1 } => "budgets.forecast_spent", { RunsOutAt: null } => "budgets.forecast_lasts", _ => "budgets.forecast_runs_out" },
        ("end", (int)(forecast.AtEnd * 100)),
        ("when", new LocalMoment(forecast.RunsOutAt ?? report.Week.Periods.WeekEndsAt, report.Week.Periods.CohortZone)),
        ("opens", new LocalMoment(report.Week.Periods.WeekEndsAt, report.Week.Periods.CohortZone)));

    private IEnumerable<Block> Shares()
    {
        var shares = report.Week.Shares.Take(MostShares).Select(share => share.ToString("P0", wording.Locale.Culture)).ToList();
        if (shares.Count > 0)
            yield return wording.Paragraph("budgets.shares", ("members", report.Week.Shares.Count), ("shares", string.Join(" · ", shares)), ("half", report.Week.MembersOfHalf));
    }

    private BulletItem LimitLine(BudgetSpan span) => new(wording.Runs($"budgets.limit_{span}", ("limit", Say(report.Limits[span]))), []);

    private IEnumerable<Block> Labs(Course? course)
    {
        if (report.Labs.Count == 0)
            return [wording.Note("budgets.no_calls")];
        IReadOnlyList<string> header = ["budgets.column_lab", "budgets.column_spent", "budgets.column_finished", "budgets.column_each", "budgets.column_tokens"];
        return [new Table([.. header.Select(key => Run.Of(wording.Say(key)))], [.. report.Labs.Select(lab => Row(course, lab))]), wording.Note("budgets.labs_note")];
    }

    private IReadOnlyList<IReadOnlyList<Run>> Row(Course? course, LabCost lab) =>
    [
        Run.Of(course?.Lessons.FirstOrDefault(lesson => lesson.Lab?.Id == lab.Lab)?.Lab?.Title ?? lab.Lab.Value),
        Run.Of(Text(report.MoneyOf(lab.Cost))),
        Run.Of(Number(lab.Finished)),
        Run.Of(lab.CostOfFinished is { } each ? Text(report.MoneyOf(each)) : "–"),
        Run.Of(lab.TokensOfExchange is { } tokens ? Number(tokens) : "–"),
    ];

    private IEnumerable<Block> Remarks()
    {
        if (report.Waiting > 0)
            yield return wording.Paragraph("budgets.waiting", ("count", report.Waiting));
        foreach (var model in report.Unpriced)
            yield return wording.Note("budgets.unpriced", ("model", model.Model), ("tokens", Number(model.Tokens)));
        if (report.Offline > 0)
            yield return wording.Note("budgets.offline", ("count", report.Offline));
    }

    private string Say(Limit limit) => LimitWords.Say(wording, limit, report.Currency);

    private string Number(long number) => number.ToString("N0", wording.Locale.Culture);

    private string Text(Money money) => money.ToString(null, wording.Locale.Culture);
}
