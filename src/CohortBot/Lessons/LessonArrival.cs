using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>Notes what became of a lesson on its way: it stands in its channel, all parts of it, or it goes back to the facilitators.</summary>
internal sealed class LessonArrival(Database database, LessonNotices notices, TimeProvider time) : IOutboxListener
{
    /// <inheritdoc/>
    public Task SentAsync(OutboxKey key, CancellationToken cancellationToken) =>
        SettleAsync(
            key,
            async (session, slot) =>
            {
                await LessonSlots.SaveAsync(session, slot with { State = SlotState.Posted, PostedAt = time.GetUtcNow() });
                session.AfterCommit(LessonMeter.Arrive);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task DroppedAsync(OutboxKey key, CancellationToken cancellationToken) =>
        SettleAsync(
            key,
            async (session, slot) =>
            {
                var offered = slot with { State = SlotState.Offered };
                await LessonSlots.SaveAsync(session, offered);
                session.AfterCommit(() => LessonMeter.Offer(LessonMeter.Reason.Refused));
                if (await CohortStore.FindAsync(session, slot.Workspace, slot.Cohort) is { } cohort)
                    await notices.AddFailedAsync(session, cohort, offered);
            },
            cancellationToken);

    private async Task SettleAsync(OutboxKey key, Func<Session, LessonSlot, Task> settle, CancellationToken cancellationToken)
    {
        if (key.Subject.Split('/') is not ["lesson", var cohort, var lesson])
            return;
        await database.WriteAsync(
            async session =>
            {
                var id = new CohortId(long.Parse(cohort, CultureInfo.InvariantCulture));
                if (await LessonSlots.FindAsync(session, key.Workspace, id, new LessonId(lesson)) is { State: SlotState.Posting } slot && slot.Edition == key.Edition)
                    await settle(session, slot);
            },
            cancellationToken);
    }
}
