using System.Text.RegularExpressions;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Courses;

/// <summary>Every fact that is worth keeping stands where the table of facts says, or the table says why it does not.</summary>
public sealed partial class FactTableTests
{
    private static readonly string[] Verdicts = ["confirmed", "reported", "dropped"];

    private readonly IReadOnlyList<Fact> _facts = Fact.ReadAll();

    [Fact]
    public void Each_fact_has_a_verdict_and_either_a_place_or_a_reason()
    {
        Assert.NotEmpty(_facts);
        Assert.Empty(_facts.Where(fact => !Verdicts.Contains(fact.Verdict)));
        Assert.Empty(_facts.Where(fact => fact.Claim.Length == 0 || fact.Place.Length == 0 == (fact.Why.Length == 0)));
        Assert.Empty(_facts.Where(fact => fact.Verdict == "dropped" && fact.Place.Length > 0));
        Assert.Empty(_facts.GroupBy(fact => (fact.Seed, fact.Paragraph, fact.Claim)).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Each_place_says_what_it_is_said_to()
    {
        var texts = _facts.Where(fact => fact.Place.Length > 0).Select(fact => fact.Place).Distinct()
            .ToDictionary(place => place, place => Flat(Body(File.ReadAllText(Path.Combine(Repository.Root, place)))));

        Assert.Empty(_facts.Where(fact => fact.Place.Length > 0 && (fact.Says.Length == 0 || !texts[fact.Place].Contains(Flat(fact.Says), StringComparison.Ordinal)))
            .Select(fact => $"{fact.Seed}:{fact.Paragraph} {fact.Place} does not say '{fact.Says}'"));
    }

    [Fact]
    public void No_paragraph_of_a_source_is_passed_over()
    {
        if (Environment.GetEnvironmentVariable("COHORTBOT_SOURCES") is not { Length: > 0 } folder)
            return; // the sources are not part of the repository; tests/run.sh says that this was left out

        var kept = _facts.Select(fact => (fact.Seed, fact.Paragraph)).ToHashSet();
        var passedOver = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Seed: Path.GetFileName(file)[..3], Paragraph: index + 1, Line: line)))
            .Where(line => Telling().IsMatch(line.Line) && !kept.Contains((line.Seed, line.Paragraph)))
            .Select(line => $"{line.Seed}:{line.Paragraph}");
        Assert.Empty(passedOver);
    }

    // What members read: a figure that stands in the list of sources alone is not in the course.
    private static string Body(string text) => text.StartsWith("---\n", StringComparison.Ordinal) ? text[(text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..] : text;

    private static string Flat(string text) => Space().Replace(text.Replace("*", "", StringComparison.Ordinal), " ").ToLowerInvariant();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();

    // A paragraph with a figure in it, and any that is long enough to say something.
    [GeneratedRegex(@"\d|^.{80,}$", RegexOptions.None, 5000)]
    private static partial Regex Telling();
}
