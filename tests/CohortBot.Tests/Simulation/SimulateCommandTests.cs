using System.Text.Json;
using CohortBot.Cli;

namespace CohortBot.Tests.Simulation;

/// <summary><c>cohortbot simulate</c> from outside, over a course with eight short lessons.</summary>
public sealed class SimulateCommandTests
{
    private const string Course = "--course crash";

    [Theory]
    [InlineData("local", 1)]
    [InlineData("discord", 2)]
    [InlineData("slack", 3)]
    public async Task Every_check_holds_on_each_platform_also_in_bad_weeks(string platform, int seed)
    {
        using var run = new SimulationRun();
        var ended = await run.RunAsync($"simulate {Course} --members 8 --weeks 2 --seed {seed} --platform {platform} --chaos --json");
        using var report = JsonDocument.Parse(ended.Output);
        var bad = report.RootElement.GetProperty("checks").EnumerateArray().Where(check => !check.GetProperty("isGood").GetBoolean()).Select(check => check.ToString());
        Assert.Empty(bad);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("restart", Kinds(report));
        Assert.True(report.RootElement.GetProperty("totals").GetProperty("exchanges").GetInt32() > 10);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_in_any_zone_language_and_number_of_cores_and_another_seed_others()
    {
        using var run = new SimulationRun();
        const string Line = $"simulate {Course} --members 8 --weeks 2 --chaos";
        var here = await run.RunAsync($"{Line} --seed 4", ("TZ", "Pacific/Kiritimati"), ("LANG", "de_DE.UTF-8"), ("DOTNET_PROCESSOR_COUNT", "1"));
        var there = await run.RunAsync($"{Line} --seed 4", ("TZ", "America/Los_Angeles"), ("LANG", "tr_TR.UTF-8"), ("DOTNET_PROCESSOR_COUNT", "8"));
        var other = await run.RunAsync($"{Line} --seed 5");
        Assert.Equal(here.Output, there.Output);
        Assert.NotEqual(here.Output, other.Output);
        Assert.Contains("Lesson 1", here.Output, StringComparison.Ordinal);
        Assert.All(here.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task Facilitators_pause_shift_unlock_and_take_days_off()
    {
        using var run = new SimulationRun();
        var ended = await run.RunAsync($"simulate {Course} --members 2 --weeks 6 --json");
        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.Empty(new[] { "day_off", "pause", "resume", "shift", "unlock", "clocks" }.Except(Kinds(report)));
    }

    [Fact]
    public async Task A_lesson_that_falls_on_a_holiday_comes_later_and_the_report_says_why()
    {
        using var run = new SimulationRun(lessons: 1);
        var ended = await run.RunAsync($"simulate {Course} --members 2 --weeks 2 --from 2027-03-29");
        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"Mon  5 Apr  09:00 \+02:00  Lesson 1 “Lesson 1” \(not 29 Mar: Easter Monday\)", ended.Output);
    }

    [Fact]
    public async Task The_report_speaks_German()
    {
        using var run = new SimulationRun(lessons: 1);
        var ended = await run.RunAsync($"simulate {Course} --members 3 --weeks 1 --language de");
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("Mo  1. Mär", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Prüfungen", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--platform disord", "discord")]
    [InlineData("--course crsh", "crash")]
    [InlineData("--zone Europe/Berln", "Europe/Berlin")]
    [InlineData("--members 0", "500")]
    [InlineData("--weeks 53", "52")]
    [InlineData("--from tomorrow", "2027-03-01")]
    [InlineData("--plan sometimes", "mon")]
    [InlineData("--holidays xx", "de")]
    [InlineData("--language xx", "en, de")]
    [InlineData("--width 20", "60")]
    public async Task What_cannot_be_meant_is_refused_with_what_can(string typed, string hint)
    {
        using var run = new SimulationRun(lessons: 1);
        var ended = await run.RunAsync($"simulate {typed}");
        Assert.Equal(SimulateCommand.CannotBeMeant, ended.ExitCode);
        Assert.Contains(hint, ended.Errors, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    private static HashSet<string> Kinds(JsonDocument report) =>
        [.. report.RootElement.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!)];
}
