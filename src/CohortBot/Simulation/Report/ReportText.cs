using System.Globalization;
using CohortBot.Texts;

namespace CohortBot.Simulation.Report;

/// <summary>The report for people: what was simulated, the timeline, the grid, the sums, the checks. Fits into 80 columns and uses more when there are more.</summary>
internal sealed class ReportText(Wording wording, int width)
{
    private const int MostFaults = 5; // as many as help to find the cause

    /// <summary>The lines.</summary>
    public IEnumerable<ReportLine> Write(SimulationReport report) =>
        Head(report).Concat(new TimelineText(wording, width).Write(report)).Concat(Grid(report.Grid)).Concat(Sums(report.Totals)).Concat(Checks(report));

    private IEnumerable<ReportLine> Head(SimulationReport report)
    {
        var request = report.Request;
        yield return new ReportLine(report.Course, Tone.Title);
        var sentence = wording.Say(
            "simulation.head",
            ("members", request.Members), ("weeks", request.Weeks), ("from", request.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("plan", request.Plan), ("zone", request.Zone), ("platform", wording.Say($"preview.name_{request.Platform}")),
            ("seed", request.Seed.ToString(CultureInfo.InvariantCulture)));
        foreach (var line in WordWrap.Lines(request.HasChaos ? $"{sentence} {wording.Say("simulation.with_chaos")}" : sentence, width))
            yield return new ReportLine(line);
    }

    private IEnumerable<ReportLine> Grid(StatusGrid grid)
    {
        yield return new ReportLine("");
        yield return new ReportLine(grid.Title, Tone.Title);
        yield return new ReportLine(grid.Sum);
        if (grid.Rows.Count == 0)
            yield break;
        foreach (var line in PlainTable.Write(grid.Header, grid.Rows, width))
            yield return new ReportLine(line);
        for (var lab = 0; lab < grid.Legend.Count; lab++)
            yield return new ReportLine($"{lab + 1,3}. {grid.Legend[lab]}", Tone.Quiet);
    }

    private IEnumerable<ReportLine> Sums(Totals totals)
    {
        yield return new ReportLine("");
        yield return new ReportLine(wording.Say("simulation.sums"), Tone.Title);
        var sentence = wording.Say(
            "simulation.totals",
            ("members", totals.Members), ("posted", totals.Posted), ("lessons", totals.Lessons), ("started", totals.Started), ("complete", totals.Complete),
            ("exchanges", totals.Exchanges), ("written", totals.Written), ("sent", totals.Sent), ("longest", totals.Longest), ("limit", totals.Limit));
        foreach (var line in WordWrap.Lines(sentence, width))
            yield return new ReportLine(line);
    }

    private IEnumerable<ReportLine> Checks(SimulationReport report)
    {
        yield return new ReportLine("");
        yield return new ReportLine(wording.Say("simulation.checks"), Tone.Title);
        foreach (var check in report.Checks)
        {
            var tone = check.IsGood ? Tone.Good : Tone.Bad;
            var mark = wording.Say(check.IsGood ? "simulation.good" : "simulation.bad");
            var indent = new string(' ', mark.Length + 2);
            var lines = WordWrap.Lines(wording.Say($"simulation.check_{check.Name}", ("looked", check.Looked)), width - indent.Length).ToList();
            yield return new ReportLine($"{mark}  {lines[0]}", tone);
            foreach (var line in lines.Skip(1))
                yield return new ReportLine(indent + line, tone);
            foreach (var fault in check.Faults.Take(MostFaults))
                yield return new ReportLine($"{indent}{fault}", Tone.Bad);
            if (check.Faults.Count > MostFaults)
                yield return new ReportLine(indent + wording.Say("simulation.more_faults", ("count", check.Faults.Count - MostFaults)), Tone.Bad);
        }
    }
}
