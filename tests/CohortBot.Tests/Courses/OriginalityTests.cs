using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Courses;

/// <summary>Facts may come from elsewhere; sentences may not. Compared are runs of eight words, whatever stands between them.</summary>
public sealed partial class OriginalityTests
{
    private const int Run = 8;

    // Front matter holds titles of sources and short claims; it is no prose of the course.
    private static readonly string[] Prose = ["*.md", "*.yaml"];

    [Fact]
    public void No_run_of_eight_words_comes_from_a_source()
    {
        if (Environment.GetEnvironmentVariable("COHORTBOT_SOURCES") is not { Length: > 0 } folder)
            return; // the sources are not part of the repository; tests/run.sh says that this was left out

        var known = Directory.EnumerateFiles(folder, "*.txt").SelectMany(file => Runs(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(known);
        var copied = Prose.SelectMany(pattern => Repository.Files("lessons", pattern).Concat(Repository.Files("prompts", pattern)))
            .SelectMany(file => Runs(Body(File.ReadAllText(file))).Where(known.Contains).Select(run => $"{Repository.Relative(file)}: {run}"));
        Assert.Empty(copied);
    }

    private static string Body(string text) => text.StartsWith("---\n", StringComparison.Ordinal) ? text[(text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..] : text;

    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(start => string.Join(' ', words.Skip(start).Take(Run)));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 5000)]
    private static partial Regex Word();
}
