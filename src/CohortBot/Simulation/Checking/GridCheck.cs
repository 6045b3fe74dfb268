using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Simulation.Report;
using CohortBot.Texts;

namespace CohortBot.Simulation.Checking;

/// <summary>What <c>/cohort status</c> said is what stands in the threads: each cell is made again from the answers that were delivered.</summary>
internal sealed class GridCheck(SimulatedCohort simulated, CohortLedger ledger, StatusGrid grid)
{
    private const string Nothing = "–";

    private readonly Wording _wording = new TextCatalogue().In(simulated.World.Request.Language);

    /// <summary>Looks at each cell.</summary>
    public Check Run()
    {
        var labs = LabNames.WithLab(simulated.World.Course).Select(lesson => lesson.Lab!).ToList();
        var expected = ledger.Enrolled.Select(name => (IReadOnlyList<string>)[name, .. labs.Select(lab => Cell(name, lab))]).ToList();
        var faults = grid.Rows.Where(row => !expected.Any(other => other.SequenceEqual(row))).Select(row => string.Join(" | ", row));
        var missing = expected.Select(row => row[0]).Except(grid.Rows.Select(row => row[0]));
        return new Check("grid", grid.Rows.Count * labs.Count, [.. faults, .. missing]);
    }

    private string Cell(string name, Lab lab)
    {
        if (ledger.Labs.FirstOrDefault(one => one.Name == name && one.Lab == lab.Id) is not { } found)
            return Nothing;
        return found.Shown >= lab.MinimumExchanges
            ? _wording.Say("exchanges.cell_done", ("count", found.Shown))
            : _wording.Say("exchanges.cell_open", ("count", found.Shown), ("minimum", lab.MinimumExchanges));
    }
}
