using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Architecture;

/// <summary>Who may use whom: the rules of ARCHITECTURE.md, read from namespaces and usings.</summary>
public sealed partial class FolderRulesTests
{
    private static readonly string[][] Rows =
    [
        ["Operations"], // instruments and the doctor's seam: every feature counts, so they lie below all
        ["Storage", "Schedule", "Chat", "Texts", "Access", "Commands"],
        ["Courses", "Cohorts", "Guides"],
        ["Lessons", "Labs", "Advisors", "Exchanges", "Budgets"],
        ["Nudges", "Reports", "Checks", "Privacy"],
        ["Web", "Cli", "Simulation"],
    ];

    private static readonly string[] ForbiddenFolders = ["Services", "Helpers", "Managers", "Common", "Core", "Interfaces", "Utils"];

    private static readonly (string Library, string[] Folders)[] Walls =
    [
        ("Quartz", ["Schedule"]),
        ("Microsoft.Data.Sqlite", ["Storage"]),
        ("Npgsql", ["Storage"]),
        ("SQLitePCL", ["Storage"]),
        ("Dapper", ["Storage"]),
        ("Microsoft.Extensions.AI", ["Advisors"]),
        ("OpenAI", ["Advisors"]),
        ("Anthropic", ["Advisors"]),
        ("Markdig", ["Chat", "Courses"]),
        ("YamlDotNet", ["Courses"]),
        ("OpenTelemetry", ["Operations"]),
        ("Spectre.Console", ["Cli"]),
        ("System.CommandLine", ["Cli"]),
    ];

    [Fact]
    public void A_folder_uses_only_what_lies_below_it()
    {
        var faults = Uses().Where(use => Row(use.To) > Row(use.From)).Select(use => $"{use.File}: {use.From} must not use {use.To}");
        Assert.Empty(faults);
    }

    [Fact]
    public void Inside_a_row_there_are_no_cycles()
    {
        var uses = Uses().Select(use => (use.From, use.To)).Where(use => Row(use.From) == Row(use.To)).ToHashSet();
        var reach = uses.ToHashSet();
        bool grew;
        do
        {
            grew = false;
            foreach (var (from, to) in reach.ToList())
                foreach (var next in uses.Where(use => use.From == to))
                    grew |= reach.Add((from, next.To));
        }
        while (grew);
        Assert.Empty(reach.Where(use => use.From == use.To).Select(use => $"{use.From} comes back to itself"));
    }

    [Fact]
    public void Lessons_and_labs_do_not_know_each_other()
    {
        Assert.DoesNotContain(Uses(), use => (use.From, use.To) is ("Lessons", "Labs") or ("Labs", "Lessons"));
    }

    [Fact]
    public void A_library_stays_behind_its_wall()
    {
        var faults = Sources().SelectMany(source => Walls
            .Where(wall => !wall.Folders.Contains(source.Folder) && Regex.IsMatch(source.Text, $@"^(@?using )(static )?{Regex.Escape(wall.Library)}\b", RegexOptions.Multiline))
            .Select(wall => $"{source.File} uses {wall.Library}, which belongs in {string.Join(", ", wall.Folders)}"));
        Assert.Empty(faults);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var faults = Sources().Where(source => source.File.EndsWith(".cs", StringComparison.Ordinal))
            .Select(source => (source.File, Expected: ExpectedNamespace(source.File), Actual: Namespace().Match(source.Text).Groups["name"].Value))
            .Where(source => source.Actual.Length > 0 && source.Actual != source.Expected)
            .Select(source => $"{source.File}: {source.Actual} should be {source.Expected}");
        Assert.Empty(faults);
    }

    [Fact]
    public void Folders_are_named_with_the_words_of_facilitators()
    {
        var folders = Directory.EnumerateDirectories(Repository.Program, "*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Empty(folders.Intersect(ForbiddenFolders));
    }

    [Fact]
    public void Every_folder_at_the_top_has_its_row()
    {
        Assert.Empty(Sources().Select(source => source.Folder).Where(folder => folder.Length > 0).Distinct().Where(folder => Row(folder) < 0));
    }

    private static int Row(string folder) => Array.FindIndex(Rows, row => row.Contains(folder));

    private static IEnumerable<(string File, string From, string To)> Uses() =>
        from source in Sources()
        where source.Folder.Length > 0
        from Match use in Using().Matches(source.Text)
        let to = use.Groups["folder"].Value
        where to != source.Folder && Row(to) >= 0
        select (source.File, source.Folder, to);

    private static IEnumerable<(string File, string Folder, string Text)> Sources() =>
        Repository.Files("src/CohortBot", "*.cs").Concat(Repository.Files("src/CohortBot", "*.razor")).Select(file =>
        {
            var inside = Path.GetRelativePath(Repository.Program, file).Split(Path.DirectorySeparatorChar);
            return (Repository.Relative(file), inside.Length > 1 ? inside[0] : "", File.ReadAllText(file));
        });

    private static string ExpectedNamespace(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath("src/CohortBot", file))!;
        return folder.Length == 0 ? "CohortBot" : $"CohortBot.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    // Both "using CohortBot.Labs" and a name written out in the middle of a line.
    [GeneratedRegex(@"\bCohortBot\.(?<folder>[A-Z][A-Za-z]+)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Namespace();
}
