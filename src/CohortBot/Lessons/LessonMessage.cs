using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>A lesson about to be shown to a cohort or to one of its members.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Wording">The language of what stands around the lesson.</param>
/// <param name="Late">How late it comes, if that must be said.</param>
internal sealed record LessonToShow(Cohort Cohort, Lesson Lesson, Wording Wording, TimeSpan? Late = null);

/// <summary>What a lesson looks like as a message; a pure function.</summary>
internal static class LessonMessage
{
    // Below this nobody would call it late: a busy scheduler, a slow platform.
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(2);

    /// <summary>The whole lesson with the button that starts its lab.</summary>
    public static Document For(LessonToShow shown) => new([Title(shown), Facts(shown), .. shown.Lesson.Body.Blocks, .. Lab(shown)]);

    /// <summary>What the channel gets where a lesson opens to each member by the lab before it: title, summary, and the way in.</summary>
    public static Document Teaser(LessonToShow shown) => new(
    [
        Title(shown),
        Facts(shown),
        new Paragraph(Run.Of(shown.Lesson.Summary)),
        new ButtonRow([shown.Wording.Button("lessons.read", $"my lesson number:{shown.Lesson.Number} cohort:{shown.Cohort.Id}", ButtonLook.Primary)]),
    ]);

    /// <summary>What is posted to the cohort's channel.</summary>
    public static Document ForChannel(LessonToShow shown) => shown.Cohort.Gate == LessonGate.Lab && shown.Lesson.Number > 1 ? Teaser(shown) : For(shown);

    private static Heading Title(LessonToShow shown) => new(1, Run.Of($"{shown.Lesson.Number}. {shown.Lesson.Title}"));

    private static Note Facts(LessonToShow shown) => shown.Late is { } late && late >= Punctual
        ? shown.Wording.Note("lessons.facts_late", ("number", shown.Lesson.Number), ("minutes", shown.Lesson.Minutes), ("late", Say(shown.Wording, late)))
        : shown.Wording.Note("lessons.facts", ("number", shown.Lesson.Number), ("minutes", shown.Lesson.Minutes));

    private static string Say(Wording wording, TimeSpan late) => late switch
    {
        { TotalHours: < 2 } => wording.Say("lessons.late_minutes", ("count", (int)late.TotalMinutes)),
        { TotalDays: < 2 } => wording.Say("lessons.late_hours", ("count", (int)late.TotalHours)),
        _ => wording.Say("lessons.late_days", ("count", (int)late.TotalDays)),
    };

    private static IEnumerable<Block> Lab(LessonToShow shown)
    {
        if (shown.Lesson.Lab is not { } lab)
            yield break;
        yield return shown.Wording.Note("lessons.lab", ("lab", lab.Title), ("minutes", lab.Minutes));
        yield return new ButtonRow([shown.Wording.Button("lessons.start_lab", $"lab start lab:{lab.Id} cohort:{shown.Cohort.Id}", ButtonLook.Primary)]);
    }
}
