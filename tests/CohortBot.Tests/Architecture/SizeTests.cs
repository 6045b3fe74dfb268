using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Architecture;

/// <summary>Files and methods stay small enough to be read at once.</summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 60;

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var faults = Files().Select(file => (file, lines: File.ReadLines(file).Count()))
            .Where(file => file.lines > LongestFile)
            .Select(file => $"{Repository.Relative(file.file)}: {file.lines} lines");
        Assert.Empty(faults);
    }

    [Fact]
    public void No_method_is_longer_than_60_lines()
    {
        var faults = Files().Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(LongMethods);
        Assert.Empty(faults);
    }

    // The formatter puts a member's braces in the column of its first line, one level inside the type: a method is what stands between a
    // line of four (or eight, in a nested type) spaces and "{", and the "}" in the same column.
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var start = 0; start < lines.Length; start++)
        {
            var open = OpenBrace().Match(lines[start]);
            if (!open.Success || start == 0 || TypeLine().IsMatch(lines[start - 1]))
                continue;
            var close = Array.FindIndex(lines, start, line => line.StartsWith(open.Groups["indent"].Value + "}", StringComparison.Ordinal));
            if (close - start - 1 > LongestMethod)
                yield return $"{Repository.Relative(file)}:{start}: {close - start - 1} lines";
        }
    }

    private static IEnumerable<string> Files() =>
        Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Concat(Repository.Files("tests", "*.cs"));

    [GeneratedRegex(@"^(?<indent>    |        )\{$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OpenBrace();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|namespace)\b|^\s*where ", RegexOptions.None, 5000)]
    private static partial Regex TypeLine();
}
