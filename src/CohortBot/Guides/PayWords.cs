using System.Globalization;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Guides;

/// <summary>Says what a figure of pay rests on: place, year and source. One without a named source is an estimate, and marked as one.</summary>
internal sealed class PayWords(GuideBook book, Wording wording)
{
    private IReadOnlyList<Source> Sources => book.RoleGuide?.Sources ?? [];

    /// <summary>The figures of a role; none where the guide gives none.</summary>
    public IReadOnlyList<PayFigure> Of(CareerRole role) => role.Find("Pay") is { } says ? PayFigure.Read(says, Sources) : [];

    /// <summary>What is said of a role's pay without a figure; empty where nothing is.</summary>
    public string Rest(CareerRole role) => Of(role).Aggregate(role.Find("Pay") ?? "", (rest, figure) => rest.Replace(figure.Says, "", StringComparison.Ordinal)).Trim();

    /// <summary>The place, or that none is given.</summary>
    public string Place(PayFigure figure) => figure.Place ?? wording.Say("career.no_place");

    /// <summary>The years, those of the source where the sentence names none.</summary>
    public string Years(PayFigure figure)
    {
        IEnumerable<int> years = figure.Years.Count > 0 ? figure.Years : [.. new[] { Unnamed?.Year }.OfType<int>()];
        return years.Any() ? string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture))) : wording.Say("career.no_year");
    }

    /// <summary>Who says it.</summary>
    public string Whence(PayFigure figure)
    {
        if (figure.Sources.Count > 0)
            return string.Join("; ", figure.Sources.Select(source => GuideReply.Say(wording, source)));
        return Unnamed is { } guide ? wording.Say("career.estimate", ("organisation", guide.Organisation)) : wording.Say("career.estimate_unknown");
    }

    /// <summary>Place, year and source in one line.</summary>
    public string Signs(PayFigure figure) =>
        wording.Say("career.signs", ("place", Place(figure)), ("years", Years(figure)), ("source", Whence(figure)));

    // The source that gives ranges of pay without saying where it has them from.
    private Source? Unnamed => Sources.FirstOrDefault(source => source.Verdict == "reported" && char.IsLower(source.Organisation[0]) && source.Claim.Contains("pay", StringComparison.OrdinalIgnoreCase));
}
