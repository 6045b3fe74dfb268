using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>Puts a lesson on its way: slot and outbox rows in the caller's one transaction.</summary>
internal sealed class LessonPosting(ICourseLibrary library, Outbox outbox, TextCatalogue texts, TimeProvider time)
{
    private const string SubjectPrefix = "lesson/";

    /// <summary>The outbox key of a slot's message.</summary>
    public static OutboxKey KeyOf(LessonSlot slot) => new(slot.Workspace, $"{SubjectPrefix}{slot.Cohort}/{slot.Lesson}", slot.Edition);

    /// <summary>
    /// Posts the slot's lesson. Returns false, and changes nothing, when it is on its way or posted already, or when the course lacks the lesson.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="slot">The slot as it stands in this transaction.</param>
    public async Task<bool> PostAsync(Session session, Cohort cohort, LessonSlot slot)
    {
        if (slot.State is SlotState.Posting or SlotState.Posted || library.Shelf.Find(cohort.Course)?.Find(slot.Lesson) is not { } lesson)
            return false;
        await LessonSlots.SaveAsync(session, slot with { State = SlotState.Posting });
        await outbox.AddAsync(session, new OutboxMessage
        {
            Key = KeyOf(slot),
            Place = cohort.Place,
            Document = LessonMessage.ForChannel(new LessonToShow(cohort, lesson, texts.In(cohort.Locale), LateBy(slot))),
        });
        return true;
    }

    // One that waited for a facilitator's hand comes when it should.
    private TimeSpan? LateBy(LessonSlot slot) =>
        slot is { State: SlotState.Planned or SlotState.Offered, DueAt: { } due } && due < time.GetUtcNow() ? time.GetUtcNow() - due : null;
}
