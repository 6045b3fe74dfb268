using CohortBot.Advisors.Passages;

namespace CohortBot.Advisors.Offline;

/// <summary>Looks for the one passage to quote in an answer.</summary>
internal static class Lookup
{
    /// <summary>How much of the member's words a quote must share when nobody asked for it: about two rare words.</summary>
    public const double FitUnasked = 4.5;

    /// <summary>The same when the member asked: about one rare word.</summary>
    public const double FitAsked = 2.4;

    /// <summary>The best quote that fits well enough and comes from a passage that was not quoted before, or null.</summary>
    public static PassageQuote? Find(PassageSearch search, PassageQuery query, Frames frames, double fit) =>
        search.Find(query).Take(8).Where(found => !found.Passage.Sentences.Any(sentence => frames.WasSaid(sentence, shortest: 20)))
            .Select(found => PassageQuote.From(found, search.RarityOf)).FirstOrDefault(quote => quote is not null && quote.Fit >= fit);

    /// <summary>The quote as it is shown: set apart, with its place below.</summary>
    public static string Show(PassageQuote quote, Frames frames) => $"> {quote.Text}\n\n{frames.Say("advisors.place", ("where", Where(quote.Passage, frames)), ("source", Source(quote, frames)))}";

    private static string Where(Passage passage, Frames frames)
    {
        var place = passage.Lesson is { } number
            ? frames.Say("advisors.where_lesson", ("number", number), ("title", passage.From))
            : frames.Say("advisors.where_guide", ("title", passage.From));
        return passage.Title == passage.From ? place : $"{place}: {passage.Title}";
    }

    private static string Source(PassageQuote quote, Frames frames)
    {
        if (quote.Source is not { } source)
            return "";
        var name = source.Year is { } year ? $"{source.Organisation}, {year}" : source.Organisation;
        return " " + frames.Say(source.Verdict == "confirmed" ? "advisors.source" : "advisors.source_reported", ("source", name));
    }
}
