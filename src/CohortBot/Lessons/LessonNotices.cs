using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>Tells the facilitators that a lesson waits for them, with the buttons that decide: in their channel, else each of them privately.</summary>
internal sealed class LessonNotices(ICourseLibrary library, StaffNotices staff, TimeProvider time)
{
    /// <summary>Adds the notice of a slot that is held or offered; twice is once.</summary>
    public Task AddAsync(Session session, Cohort cohort, LessonSlot slot) =>
        AddAsync(session, cohort, slot, slot.State == SlotState.Held ? "held" : "offered");

    /// <summary>Adds the notice that a slot's lesson could not be posted and is offered again. Called once for each failure.</summary>
    public Task AddFailedAsync(Session session, Cohort cohort, LessonSlot slot) =>
        AddAsync(session, cohort, slot, "failed");

    private async Task AddAsync(Session session, Cohort cohort, LessonSlot slot, string reason)
    {
        var subject = $"notice/{reason}/{slot.Cohort}/{slot.Lesson}";
        if (reason == "failed")
            subject += $"/{time.GetUtcNow().ToUnixTimeMilliseconds()}"; // it can fail, be mended, and fail again
        await staff.AddAsync(session, cohort, new OutboxKey(cohort.Workspace, subject, slot.Edition), wording => Notice(cohort, slot, reason, wording));
    }

    private Document Notice(Cohort cohort, LessonSlot slot, string reason, Wording wording)
    {
        var title = library.Shelf.Find(cohort.Course)?.Find(slot.Lesson)?.Title ?? slot.Lesson.Value;
        var due = new LocalMoment(slot.DueAt ?? default, cohort.Zone);
        var tail = $"lesson:{slot.Lesson} cohort:{cohort.Id}";
        IReadOnlyList<Button> buttons = slot.State == SlotState.Held
            ? [wording.Button("lessons.unlock_yes", $"lesson unlock {tail}", ButtonLook.Primary)]
            : [wording.Button("lessons.post_yes", $"lesson post {tail} confirm:{LessonMark.Of(slot)}", ButtonLook.Primary), wording.Button("lessons.skip_yes", $"lesson skip {tail} confirm:{LessonMark.Of(slot)}")];
        return new Document(
        [
            wording.Paragraph($"lessons.notice_{reason}", ("lesson", title), ("cohort", cohort.Name), ("when", due)),
            new ButtonRow(buttons),
        ]);
    }
}
