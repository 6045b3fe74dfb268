using System.Globalization;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Guides;

/// <summary>Answers from a guide: a section with its sources, or what there is to choose from. Private to the caller, as every answer.</summary>
internal static class GuideReply
{
    private const int MostInRow = 5; // Discord shows no more

    /// <summary>A section, letter by letter, with the sources that it rests on and ways to go on.</summary>
    public static Reply Section(CommandContext context, Guide guide, GuideSection section, IEnumerable<Button> next) => new(new Document(
    [
        new Heading(2, Run.Of(section.Title)),
        .. section.Blocks,
        Sources(context.Wording, guide, section.Text),
        .. Rows(next),
    ]));

    /// <summary>What the guide is about, what it holds, and a button for each part.</summary>
    public static Reply Contents(CommandContext context, Guide guide, string command, IEnumerable<GuideSection> sections) => new(new Document(
    [
        new Heading(2, Run.Of(guide.Title)),
        .. GuideSection.Opening(guide),
        context.Wording.Paragraph("career.choose"),
        .. Rows(sections.Select(section => Button(command, section))),
    ]));

    /// <summary>Says that nothing fits, and what there is.</summary>
    public static Reply Nothing(CommandContext context, string key, string asked, IEnumerable<Button> instead) =>
        new(context.Wording.Document(key, ("asked", Shorten(asked))).With(Rows(instead)));

    /// <summary>Small print: organisation, year, and how far each source could be confirmed.</summary>
    public static Note Sources(Wording wording, Guide guide, string text) =>
        wording.Note("career.sources", ("sources", string.Join("; ", SectionSources.Of(guide, text).Select(source => Say(wording, source)))));

    /// <summary>A source in small print.</summary>
    public static string Say(Wording wording, Source source) => wording.Say(
        source.Year is null ? "career.source_undated" : "career.source",
        ("organisation", source.Organisation.Replace(" (as quoted)", "", StringComparison.Ordinal)),
        ("year", source.Year?.ToString(CultureInfo.InvariantCulture)),
        ("verdict", wording.Say(source.Verdict == "confirmed" ? "career.confirmed" : "career.reported")));

    /// <summary>A button that shows a section.</summary>
    public static Button Button(string command, GuideSection section) => new(section.Title, $"{command}:{CommandLine.Quote(section.Title)}");

    /// <summary>Buttons in rows that every platform shows.</summary>
    public static IEnumerable<ButtonRow> Rows(IEnumerable<Button> buttons) => buttons.Chunk(MostInRow).Select(row => new ButtonRow(row));

    /// <summary>What somebody typed, short enough to be said again.</summary>
    public static string Shorten(string asked) => asked.Length <= 60 ? asked : $"{asked[..60]}…";
}
