using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Architecture;

/// <summary>Habits that a reader relies on, read from the source.</summary>
public sealed partial class HouseRulesTests
{
    [Fact]
    public void Only_a_time_provider_tells_time_and_nothing_blocks()
    {
        var faults = Repository.Files("src", "*.cs").SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (line, index))
            .Where(line => Clock().IsMatch(line.line) && !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => $"{Repository.Relative(file)}:{line.index + 1}: {line.line.Trim()}"));
        Assert.Empty(faults);
    }

    [Fact]
    public void Nothing_is_left_open_in_the_source()
    {
        var faults = Repository.Files("src", "*.cs").Where(file => LeftOpen().IsMatch(File.ReadAllText(file))).Select(Repository.Relative);
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_path_that_the_architecture_names_exists()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var missing = NamedPath().Matches(text).Select(match => match.Groups["path"].Value)
            .Where(path => path.Contains('/', StringComparison.Ordinal) && !path.Contains('<', StringComparison.Ordinal))
            .Where(path => !Exists(path.TrimEnd('/')));
        Assert.Empty(missing);
    }

    private static bool Exists(string path) =>
        new[] { Repository.Root, Repository.Program }.Any(root => Path.Exists(Path.Combine(root, path)));

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Thread\.Sleep|\.Wait\(\)|async void|new HttpClient\(|Task\.Delay\([^,()]+(\([^)]*\))?\)", RegexOptions.None, 5000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b", RegexOptions.None, 5000)]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"`(?<path>(src|tests|lessons|prompts|docs|[A-Z][A-Za-z]+)/[\w./-]*)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamedPath();
}
