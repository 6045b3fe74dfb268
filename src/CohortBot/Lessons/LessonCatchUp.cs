using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Storage;

namespace CohortBot.Lessons;

/// <summary>
/// At start and now and then: finds lessons that came due while the program was down or whose alarm was lost, whatever the scheduler remembers,
/// and lessons on their way of which nobody noted what became of them.
/// </summary>
internal sealed partial class LessonCatchUp(
    Database database, LessonPoster poster, LessonArrival arrival, TimeProvider time, ILogger<LessonCatchUp> logger) : BackgroundService
{
    private const string Parts =
        """
        SELECT 1 FROM outbox WHERE outbox.workspace = slot.workspace AND outbox.edition = slot.edition
          AND outbox.subject = 'lesson/' || slot.cohort || '/' || slot.lesson
        """;

    // The alarm is the rule; this is how late a lesson comes whose alarm failed again and again, or went off on a program that died over it.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // After an outage of the database nobody waits for that: alarms may have gone off in vain.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    /// <summary>Looks once.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await EachAsync("slot.state = 'Planned' AND slot.due_at <= @now", slot => poster.RingAsync(slot.AlarmName, cancellationToken), cancellationToken);
        await EachAsync(
            $"slot.state = 'Posting' AND NOT EXISTS ({Parts} AND outbox.state <> 'Sent')", slot => arrival.SentAsync(KeyOf(slot), cancellationToken), cancellationToken);
        await EachAsync(
            $"slot.state = 'Posting' AND EXISTS ({Parts} AND outbox.state = 'Dropped')", slot => arrival.DroppedAsync(KeyOf(slot), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isTroubled = await TryCatchUpAsync(stoppingToken);
            var looked = time.GetTimestamp();
            while (!stoppingToken.IsCancellationRequested && (time.GetElapsedTime(looked) < Interval && !(isTroubled && database.Trouble.Current is null)))
            {
                await Task.Delay(Tick, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                isTroubled |= database.Trouble.Current is not null;
            }
        }
    }

    // Returns whether the database was in the way.
    private async Task<bool> TryCatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (exception is StorageException)
                return true; // the database says it itself, once
            LogNotRead(exception);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }

        return false;
    }

    private static OutboxKey KeyOf(LessonSlot slot) => LessonPosting.KeyOf(slot);

    private async Task EachAsync(string which, Func<LessonSlot, Task> settle, CancellationToken cancellationToken)
    {
        var slots = await database.ReadAsync(
            session => session.QueryAsync<LessonSlot>($"SELECT slot.* FROM lesson_slots AS slot WHERE {which} ORDER BY slot.due_at", new { now = time.GetUtcNow() }),
            cancellationToken);
        foreach (var slot in slots)
        {
            try
            {
                await settle(slot);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not StorageException)
            {
                LogFailed(exception, slot.AlarmName); // one cohort's trouble keeps no other from its lessons
            }
        }
    }

    [LoggerMessage(3001, LogLevel.Error, "Lesson {Name} could not be caught up with; it is tried again.")]
    private partial void LogFailed(Exception exception, string name);

    [LoggerMessage(3002, LogLevel.Error, "Lessons to catch up with could not be read; it is tried again.")]
    private partial void LogNotRead(Exception exception);
}
