using Quartz;

namespace CohortBot.Schedule;

/// <summary>The one job: its trigger's group is the alarm's kind, the trigger's name is the alarm's name.</summary>
internal sealed partial class AlarmJob(IEnumerable<IAlarmHandler> handlers, AlarmClock clock, TimeProvider time, ILogger<AlarmJob> logger) : IJob
{
    /// <summary>The job that all alarms belong to.</summary>
    public static readonly JobKey Key = new("ring", "alarms");

    /// <summary>An alarm whose handler failed goes off again after 1, 2, 4, 8, 16 and 32 s; after that the feature's own catch-up finds what is due.</summary>
    public static readonly RetryPolicy Retries = RetryPolicy.Exponential(maxAttempts: 6, TimeSpan.FromSeconds(1), factor: 2);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (kind, name) = (context.Trigger.Key.Group, context.Trigger.Key.Name);
        if (handlers.FirstOrDefault(candidate => candidate.Kind == kind) is not { } handler)
        {
            LogNobody(kind, name);
            return;
        }

        LogRang(kind, name);
        clock.NoteRing(time.GetUtcNow());
        AlarmMeter.Rang(time.GetUtcNow() - (context.ScheduledFireTimeUtc ?? context.FireTimeUtc));
        try
        {
            await handler.RingAsync(name, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            AlarmMeter.Failed();
            throw;
        }
    }

    [LoggerMessage(1202, LogLevel.Information, "Alarm {Kind} {Name} went off.")]
    private partial void LogRang(string kind, string name);

    [LoggerMessage(1203, LogLevel.Warning, "Alarm {Kind} {Name} went off, and nothing takes alarms of this kind.")]
    private partial void LogNobody(string kind, string name);
}
