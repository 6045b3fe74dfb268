using CohortBot.Cohorts;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>At start: finds lessons that came due while the program was down, whatever the scheduler remembers, and lessons whose arrival was not noted.</summary>
internal sealed class LessonCatchUp(Database database, LessonPoster poster, LessonArrival arrival, TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var slot in await ListAsync("slot.state = 'Planned' AND slot.due_at <= @now", cancellationToken))
            await poster.RingAsync(slot.AlarmName, cancellationToken);
        foreach (var slot in await ListAsync($"slot.state = 'Posting' AND NOT EXISTS ({Unsent})", cancellationToken))
            await arrival.SentAsync(LessonPosting.KeyOf(slot), cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private const string Unsent =
        """
        SELECT 1 FROM outbox WHERE outbox.workspace = slot.workspace AND outbox.edition = slot.edition AND outbox.state <> 'Sent'
          AND outbox.subject = 'lesson/' || slot.cohort || '/' || slot.lesson
        """;

    private Task<IReadOnlyList<LessonSlot>> ListAsync(string which, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LessonSlot>($"SELECT slot.* FROM lesson_slots AS slot WHERE {which} ORDER BY slot.due_at", new { now = time.GetUtcNow() }),
            cancellationToken);
}
