using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>Notes that a lesson stands in its channel, all parts of it.</summary>
internal sealed class LessonArrival(Database database, TimeProvider time) : IOutboxListener
{
    /// <inheritdoc/>
    public async Task SentAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        if (key.Subject.Split('/') is not ["lesson", var cohort, var lesson])
            return;
        await database.WriteAsync(
            async session =>
            {
                var id = new CohortId(long.Parse(cohort, CultureInfo.InvariantCulture));
                if (await LessonSlots.FindAsync(session, key.Workspace, id, new LessonId(lesson)) is { State: SlotState.Posting } slot && slot.Edition == key.Edition)
                    await LessonSlots.SaveAsync(session, slot with { State = SlotState.Posted, PostedAt = time.GetUtcNow() });
            },
            cancellationToken);
    }
}
