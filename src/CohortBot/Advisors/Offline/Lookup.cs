using CohortBot.Advisors.Passages;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>Looks for the one passage to quote in an answer.</summary>
internal sealed class Lookup(PassageSearch search, LabConversation talk, Frames frames)
{
    // A stem that half of the passages have tells nothing: "AI" in a course on AI.
    private const double Telling = 0.9;

    // About two rare words, when nobody asked.
    private const double FitUnasked = 4.5;

    /// <summary>A quote on what the member asks, or null: it has most of the question's words, or several rare ones.</summary>
    public PassageQuote? OnQuestion(string question)
    {
        var words = Tell(Stems.Of(question)).ToList();
        return Quotes(question, []).FirstOrDefault(quote => Tell(quote.Covered).Count() is var shared and > 0 && (shared * 2 >= words.Count || (shared >= 2 && Fit(quote) >= FitUnasked)));
    }

    /// <summary>A quote that shares rare words with what the member said, or null.</summary>
    public PassageQuote? OnStatement(string statement, IReadOnlyList<string> topicWords) =>
        Quotes(statement, topicWords).FirstOrDefault(quote => Tell(quote.Shared).Count() >= 2 && Fit(quote) >= FitUnasked);

    /// <summary>A quote on a subject of the lab, or null; it has all of the subject's telling words.</summary>
    public PassageQuote? OnSubject(string subject, string statement)
    {
        var words = Tell(Stems.Of(subject)).ToList();
        return Quotes(subject, [statement]).FirstOrDefault(quote => words.Count > 0 && words.All(quote.Shared.Contains)
            && (quote.Passage.Lesson == talk.Lesson.Number || words.All(Stems.Of(quote.Passage.Title).Contains)));
    }

    /// <summary>The quote as it is shown: set apart, with its place below.</summary>
    public string Show(PassageQuote quote) => $"> {quote.Text}\n\n*{Where(quote.Passage)}{Source(quote)}*";

    private IEnumerable<PassageQuote> Quotes(string words, IReadOnlyList<string> more) =>
        search.Find(new PassageQuery(talk.Course.Id, talk.Lesson.Number, words, more)).Take(10)
            .Where(found => !found.Passage.Sentences.Any(sentence => frames.WasSaid(sentence, shortest: 20)))
            .Select(found => PassageQuote.From(found, search.RarityOf)).OfType<PassageQuote>();

    private double Fit(PassageQuote quote) => quote.Shared.Sum(search.RarityOf);

    // A word that the course does not have counts as rare: a question about it has not been answered.
    private IEnumerable<string> Tell(IEnumerable<string> stems) =>
        stems.Distinct(StringComparer.Ordinal).Where(stem => search.RarityOf(stem) is 0 or >= Telling);

    private string Where(Passage passage)
    {
        var place = passage.Lesson is { } number
            ? frames.Say("advisors.where_lesson", ("number", number), ("title", passage.From))
            : frames.Say("advisors.where_guide", ("title", passage.From));
        return passage.Title == passage.From ? place : $"{place}: {passage.Title}";
    }

    private string Source(PassageQuote quote)
    {
        if (quote.Source is not { } source)
            return "";
        var name = source.Year is { } year && !source.Organisation.Contains($"{year}", StringComparison.Ordinal) ? $"{source.Organisation}, {year}" : source.Organisation;
        return frames.Say(source.Verdict == "confirmed" ? "advisors.source" : "advisors.source_reported", ("source", name));
    }
}
