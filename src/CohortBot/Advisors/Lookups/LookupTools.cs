using System.ComponentModel;
using System.Globalization;
using CohortBot.Advisors.Passages;
using CohortBot.Guides;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Lookups;

/// <summary>
/// What a model may look up: the guides, and the lessons that are open to the member. Every answer is words of the course with their place, year and
/// source; what the course does not give is said not to be given.
/// </summary>
internal sealed class LookupTools(GuideBook book, PassageSearch passages)
{
    private const int MostPassages = 4;
    private const int MostSections = 2;

    /// <summary>The look-ups for a conversation.</summary>
    public IReadOnlyList<AIFunction> For(LabConversation talk) =>
    [
        Function(Role, "look_up_role", "What a role in AI does and asks for: tasks, layer, education, skills, employers."),
        Function(Pay, "look_up_pay", "What a role is said to pay, with place, year and source. Ask before you name any salary."),
        Function(Ladder, "look_up_ladder", "The levels of a role from the first post upwards."),
        Function(Market, "look_up_market", "The job market: numbers of posts by layer and region, competition, what each layer asks for, strategies."),
        Function(([Description("Two to eight words that the passage should hold.")] string words) => Lessons(talk, words), "search_lessons", "Passages of the lessons that the member has had, and of the guides."),
    ];

    private string Role([Description("The role, as adverts call it.")] string role)
    {
        if (RoleFinder.Find(book.Roles, role) is not { } found)
            return Unknown(role);
        return $"{found.Name}\n{found.About}\n{string.Join('\n', found.Facts.Where(fact => fact.Label != "Pay").Select(fact => $"{fact.Label}: {fact.Says}"))}\n{Whence()}";
    }

    private string Pay(
        [Description("The role, as adverts call it.")] string role,
        [Description("The country or region that is asked about, or empty.")] string place = "")
    {
        if (RoleFinder.Find(book.Roles, role) is not { } found)
            return Unknown(role);
        var figures = found.Find("Pay") is { } says ? PayFigure.Read(says, book.RoleGuide?.Sources ?? []) : [];
        if (figures.Count == 0)
            return $"{found.Name}: the guides give no figure for pay. Say that you have no sourced figure.";
        var lines = figures.Select(figure => $"- \"{figure.Says}\" {Signs(figure)}");
        return $"{found.Name}, pay:\n{string.Join('\n', lines)}{NotThere(figures, place)}\nHow to read it: {Preface()}";
    }

    private string Ladder([Description("The role, as adverts call it.")] string role)
    {
        if (RoleFinder.Find(book.Roles, role) is not { } found)
            return Unknown(role);
        var steps = found.Find("Progression") is { } says ? $"{found.Name}, progression: {says}\n{Whence()}" : $"{found.Name}: the guides give no progression.";
        var guide = book.Ladder is null ? "" : $"\n\n{Sections(book.Ladder.Title, $"{role} level senior")}";
        return steps + guide;
    }

    private string Market([Description("What to look for, such as a layer, a region or a stage of a career.")] string topic) => book.Market is { } guide
        ? Sections(guide.Title, topic)
        : "The course has no guide of the market. Say that you have no sourced figure.";

    // Lessons after the member's own are left out by the search: they may not be open yet.
    private string Lessons(LabConversation talk, string words)
    {
        var found = passages.Find(new PassageQuery(talk.Course.Id, talk.Lesson.Number, words, [])).Take(MostPassages).Select(passage => PassageText.Of(passage.Passage)).ToList();
        return found.Count > 0 ? string.Join("\n\n", found) : "No passage holds these words. Try others, or say that the course does not cover it.";
    }

    private string Sections(string guide, string topic)
    {
        var found = passages.FindInGuide(guide, topic);
        return found.Count > 0
            ? string.Join("\n\n", found.Take(MostSections).Select(passage => PassageText.Of(passage.Passage)))
            : $"The guide \"{guide}\" says nothing about that. Say that you have no sourced figure.";
    }

    private string Unknown(string role) => book.Roles.Count == 0
        ? "The course has no guide of roles. Say that you have no sourced figure."
        : $"The guides do not know the role \"{Shorten(role)}\". Near it: {string.Join(", ", RoleFinder.Near(book.Roles, role))}.";

    private static string Signs(PayFigure figure)
    {
        var years = figure.Years.Count > 0 ? string.Join(", ", figure.Years.Select(year => year.ToString(CultureInfo.InvariantCulture))) : "none given";
        var sources = figure.Sources.Count > 0 ? string.Join("; ", figure.Sources.Select(source => $"{source.Organisation} ({source.Verdict})")) : "none named, an estimate";
        return $"[place: {figure.Place ?? "none given"}; year: {years}; source: {sources}]";
    }

    private static string NotThere(IReadOnlyList<PayFigure> figures, string place)
    {
        var isThere = place.Length == 0 || figures.Any(figure => figure.Place is { } known && (known.Contains(place, StringComparison.OrdinalIgnoreCase) || place.Contains(known, StringComparison.OrdinalIgnoreCase)));
        return isThere ? "" : $"\nFor {Shorten(place)} the guides give no figure; do not convert these.";
    }

    private string Preface() => book.RoleGuide?.Body.Blocks.OfType<Chat.Documents.Paragraph>().FirstOrDefault() is { } first
        ? string.Concat(first.Text.Select(run => run.Text))
        : "no figure is certain.";

    private string Whence() => $"Source: guide \"{book.RoleGuide?.Title}\" of this course.";

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private static AIFunction Function(Delegate method, string name, string description) =>
        AIFunctionFactory.Create(method, new AIFunctionFactoryOptions { Name = name, Description = description, ExcludeResultSchema = true });
}
