using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Guides;

/// <summary>Answers a command that takes words and shows the section of a guide that fits them; without words, what there is.</summary>
/// <param name="Guide">The guide; null where the course has none.</param>
/// <param name="Command">The command up to its option: <c>career market topic</c>.</param>
/// <param name="Unknown">The text that says that nothing fits.</param>
internal sealed record GuidePage(Guide? Guide, string Command, string Unknown)
{
    private const int MostNext = 3;

    /// <summary>The option's name.</summary>
    private string Option => Command[(Command.LastIndexOf(' ') + 1)..];

    /// <summary>The sections.</summary>
    /// <exception cref="CommandException">The course has no such guide.</exception>
    public IReadOnlyList<GuideSection> Sections => GuideSection.All(Guide ?? throw new CommandException("career.no_guide"));

    /// <summary>The answer.</summary>
    public Reply Answer(CommandContext context)
    {
        var sections = Sections;
        if (context.Find(Option) is not { } asked)
            return GuideReply.Contents(context, Guide!, Command, sections);
        var found = SectionFinder.Find(sections, asked);
        if (found.Count == 0)
            return GuideReply.Nothing(context, Unknown, asked, sections.Select(section => GuideReply.Button(Command, section)));
        var next = found.Skip(1).Concat(sections.SkipWhile(section => section != found[0]).Skip(1)).Distinct().Take(MostNext);
        return GuideReply.Section(context, Guide!, found[0], next.Select(section => GuideReply.Button(Command, section)));
    }

    /// <summary>The headings, for completion.</summary>
    public IReadOnlyList<Choice> Choices() => Guide is null ? [] : [.. Sections.Select(section => new Choice(section.Title, section.Title))];
}
