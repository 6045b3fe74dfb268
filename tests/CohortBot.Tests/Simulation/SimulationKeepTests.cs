using System.Text.Json;

namespace CohortBot.Tests.Simulation;

/// <summary>A simulated cohort that is kept, exported while nothing runs, and compared with what the simulation said of it.</summary>
public sealed class SimulationKeepTests
{
    [Fact]
    public async Task What_is_kept_is_exported_with_the_numbers_of_the_status()
    {
        using var run = new SimulationRun(lessons: 3);
        var simulated = await run.RunAsync($"simulate --course crash --members 6 --weeks 3 --keep {run.In("kept")} --json");
        Assert.Equal(0, simulated.ExitCode);
        var again = await run.RunAsync($"simulate --course crash --members 6 --weeks 3 --keep {run.In("kept")}");
        Assert.Equal(2, again.ExitCode);

        var database = ("COHORTBOT_Storage__File", run.In("kept/cohortbot.db"));
        var exported = await run.RunAsync($"export --format json --to {run.In("out")}", database);
        Assert.Equal(0, exported.ExitCode);
        using var report = JsonDocument.Parse(simulated.Output);
        using var export = JsonDocument.Parse(await File.ReadAllTextAsync(run.In("out/cohort.json")));
        Assert.Equal(Cells(report), CellsOf(export));
        Assert.False(File.Exists(run.In("out/transcripts.json")));

        var tables = await run.RunAsync($"export 1 --words --bom --to {run.In("tables")}", database);
        Assert.Equal(0, tables.ExitCode);
        string[] expected = ["audit.csv", "exchanges.csv", "grid.csv", "lessons.csv", "transcripts.json", "transcripts.md"];
        Assert.Equal(expected, Directory.GetFiles(run.In("tables")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(run.In("tables/grid.csv")))[..3]);

        var unknown = await run.RunAsync($"export crsh --to {run.In("none")}", database);
        Assert.Equal(1, unknown.ExitCode);
        Assert.False(Directory.Exists(run.In("none")));
    }

    // "done (3)" and "1 of 2" as the number and whether it is done.
    private static List<string> Cells(JsonDocument report) =>
        [.. report.RootElement.GetProperty("grid").GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Skip(1).Select(cell => $"{row[0]}: {Number(cell.GetString()!)}")).Order(StringComparer.Ordinal)];

    private static List<string> CellsOf(JsonDocument export) =>
        [.. export.RootElement.GetProperty("grid").EnumerateArray().Where(row => row.GetProperty("takes_part").GetString() == "yes")
            .Select(row => $"{row.GetProperty("member")}: {(row.GetProperty("state").GetString() == "complete" ? "done " : "")}{row.GetProperty("exchanges")}").Order(StringComparer.Ordinal)];

    private static string Number(string cell) => cell switch
    {
        "–" => "0",
        _ when cell.StartsWith("done", StringComparison.Ordinal) => $"done {cell[6..^1]}",
        _ => cell.Split(' ')[0],
    };
}
