using System.Runtime.CompilerServices;

namespace CohortBot.Advisors.Passages;

/// <summary>
/// A passage as a model reads it: where it stands, its words, and the sources that they rest on. Which sources those are is a search of its own,
/// so each passage is written once.
/// </summary>
internal static class PassageText
{
    private static readonly ConditionalWeakTable<Passage, string> Written = [];

    /// <summary>The text of a passage.</summary>
    public static string Of(Passage passage) => Written.GetValue(passage, Write);

    private static string Write(Passage passage)
    {
        var place = passage.Lesson is { } number ? $"Lesson {number}, {passage.From}" : $"Guide, {passage.From}";
        var text = $"[{place}: {passage.Title}]\n{passage.Text}";
        var sources = passage.Sources.Where(source => PassageQuote.SourceOf(passage.Text, [source]) is not null)
            .Select(source => $"{source.Organisation}{(source.Year is { } year ? $", {year}" : "")}{(source.Verdict == "confirmed" ? "" : " (reported, not confirmed)")}");
        return string.Join("; ", sources) is { Length: > 0 } named ? $"{text}\nSources: {named}" : text;
    }
}
