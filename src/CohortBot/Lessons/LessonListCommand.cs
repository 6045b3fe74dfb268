using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Cohorts.Calendar;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>Lists a cohort's lessons and how each stands.</summary>
internal sealed class LessonListCommand(LessonChooser chooser, LessonSlots slots, ICourseLibrary library) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lesson list") { Needs = Role.Observer };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await chooser.FindCohortAsync(context, cancellationToken);
        var course = library.Shelf.Find(cohort.Course);
        var rows = (await slots.ListAsync(cohort.Workspace, cohort.Id, cancellationToken)).Select(slot => Row(context.Wording, cohort, course, slot));
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "lessons.list_title", ("cohort", cohort.Name)),
            new Table([Cell(context, "lessons.column_lesson"), Cell(context, "lessons.column_state"), Cell(context, "lessons.column_when")], [.. rows]),
        ]));
    }

    private static IReadOnlyList<IReadOnlyList<Run>> Row(Wording wording, Cohort cohort, Course? course, LessonSlot slot) =>
    [
        Run.Of($"{slot.Number}. {course?.Find(slot.Lesson)?.Title ?? slot.Lesson.Value}"),
        Run.Of(wording.Say($"lessons.state_{slot.State}")),
        Run.Of(When(wording, cohort, slot)),
    ];

    private static string When(Wording wording, Cohort cohort, LessonSlot slot)
    {
        if ((slot.PostedAt ?? slot.DueAt) is not { } at)
            return "";
        var when = wording.Say("lessons.at", ("when", new LocalMoment(at, cohort.Zone)));
        return slot.MovedBecause is null ? when : $"{when} ({SlotMove.Say(wording, slot.MovedBecause)})";
    }

    private static IReadOnlyList<Run> Cell(CommandContext context, string key) => Run.Of(context.Wording.Say(key));
}
