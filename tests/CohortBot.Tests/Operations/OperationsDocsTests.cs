using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Web;

namespace CohortBot.Tests.Operations;

/// <summary>What the operators' papers name is there, and what is there stands in them.</summary>
[Collection(FiguresAlone.Name)]
public sealed partial class OperationsDocsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "operations");
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    // They appear with the first event that they measure.
    private static readonly string[] FirstEventOnly =
    [
        "cohortbot_lessons_lateness_seconds", "cohortbot_alarms_lateness_seconds", "cohortbot_message_intake_duration_seconds", "cohortbot_turn_before_duration_seconds",
        "cohortbot_turn_after_duration_seconds", "cohortbot_turn_answer_duration_seconds", "cohortbot_model_duration_seconds", "cohortbot_model_first_words_seconds",
        "cohortbot_outbox_delivery_duration_seconds", "cohortbot_command_duration_seconds", "cohortbot_health",
    ];

    [Fact]
    public async Task Every_figure_that_an_alert_or_the_page_names_exists_and_every_figure_is_on_the_page()
    {
        await using var life = await LivelyCohort.StartAsync(new PlantedWords());
        await life.LiveAsync();
        var sheet = (CohortBot.Operations.Figures.FigureSheet)life.Services.GetService(typeof(CohortBot.Operations.Figures.FigureSheet))!;
        var figures = ScrapedFigures.Read(await sheet.WriteAsync(CohortBot.Operations.Figures.FigureFormat.Prometheus, CancellationToken.None), isOpenMetrics: false);
        var ours = figures.Types.Keys.Where(name => name.StartsWith("cohortbot_", StringComparison.Ordinal)).ToHashSet();
        var named = Named(Page).ToHashSet();

        Assert.Empty(ours.Except(named));
        string[] elsewhere = TestStorage.IsPostgreSql ? ["cohortbot_disk_free_bytes"] : []; // the server's disk is not ours to measure
        Assert.Empty(named.Except(ours).Except(FirstEventOnly).Except(elsewhere));
        Assert.Empty(Named(File.ReadAllText(Path.Combine(Folder, "alerts.yml"))).Except(ours).Except(FirstEventOnly).Except(elsewhere));
    }

    [Fact]
    public void Every_numbered_warning_stands_on_the_page_with_its_level_and_no_number_is_given_twice()
    {
        var events = Repository.Files("src", "*.cs").SelectMany(file => Event().Matches(File.ReadAllText(file)))
            .Select(match => (Number: match.Groups["number"].Value, Level: match.Groups["level"].Value, Says: match.Groups["says"].Value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)))
            .ToList();
        Assert.NotEmpty(events);
        Assert.Empty(events.GroupBy(line => line.Number).Where(group => group.Count() > 1).Select(group => $"{group.Key} is given twice"));
        Assert.Empty(events.Where(line => line.Level is "Warning" or "Error" or "Critical").Select(line => $"| {line.Number} | {line.Level} | {line.Says} |")
            .Where(row => !Page.Contains(row, StringComparison.Ordinal)));
        var known = events.Select(line => line.Number).ToHashSet();
        Assert.Empty(Row().Matches(Page).Select(match => match.Groups["number"].Value).Where(number => !known.Contains(number)));
    }

    [Fact]
    public void The_alerts_name_log_events_that_exist()
    {
        var events = Repository.Files("src", "*.cs").SelectMany(file => Event().Matches(File.ReadAllText(file))).Select(match => match.Groups["number"].Value).ToHashSet();
        var named = EventInAlert().Matches(File.ReadAllText(Path.Combine(Folder, "alerts.yml"))).SelectMany(match => match.Groups["number"].Captures.Select(number => number.Value)).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(events));
    }

    [Fact]
    public async Task Every_dependency_of_health_stands_on_the_page()
    {
        await using var site = await LocalSite.StartAsync();
        using var health = System.Text.Json.JsonDocument.Parse(await site.ReadAsync("/health"));
        Assert.Empty(health.RootElement.GetProperty("dependencies").EnumerateObject().Select(dependency => $"| `{dependency.Name}` |").Where(row => !Page.Contains(row, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_unit_stops_no_sooner_than_the_program_does() =>
        Assert.Contains("TimeoutStopSec=30", File.ReadAllText(Path.Combine(Folder, "cohortbot.service")), StringComparison.Ordinal);

    private static IEnumerable<string> Named(string text) =>
        Figure().Matches(text).Select(match => Part().Replace(match.Value, ""));

    [GeneratedRegex(@"\bcohortbot_[a-z_]+\b", RegexOptions.None, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex("_(bucket|sum|count)$", RegexOptions.None, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\[LoggerMessage\((?<number>\d+), LogLevel\.(?<level>\w+), ""(?<says>([^""\\]|\\.)*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| (?<number>\d{4}) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"events? (?<number>\d{4})( and (?<number>\d{4}))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventInAlert();
}
