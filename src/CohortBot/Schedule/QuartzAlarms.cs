using CohortBot.Storage;
using Quartz;

namespace CohortBot.Schedule;

/// <summary>Alarms as Quartz triggers. Quartz writes them on the caller's own connection, so they commit or roll back with the caller's rows.</summary>
internal sealed class QuartzAlarms(AlarmClock clock, TimeProvider time) : IAlarms
{
    /// <inheritdoc/>
    public async Task SetAsync(Session session, Alarm alarm, CancellationToken cancellationToken)
    {
        // A misfire is never left out and never waits for Quartz's misfire sweep: an alarm that is late goes off at once, and its handler decides.
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(KeyOf(alarm.Kind, alarm.Name))
            .ForJob(AlarmJob.Key)
            .StartAt(alarm.DueAt)
            .WithSimpleSchedule(schedule => schedule.WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .WithRetryPolicy(AlarmJob.Retries)
            .Build();
        await EnlistedAsync(session, scheduler => scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken).AsTask());
    }

    /// <inheritdoc/>
    public Task ClearAsync(Session session, string kind, string name, CancellationToken cancellationToken) =>
        EnlistedAsync(session, scheduler => scheduler.UnscheduleJob(KeyOf(kind, name), cancellationToken).AsTask());

    // The enlistment ends before the commit, so its own signal would let Quartz look too early: the clock is woken after the commit instead.
    private async Task EnlistedAsync(Session session, Func<IScheduler, Task> work)
    {
        using (clock.Scheduler.EnlistTransaction(session.Transaction))
            await work(clock.Scheduler);
        session.AfterCommit(clock.Wake);
    }

    private static TriggerKey KeyOf(string kind, string name) => new(name, kind);
}
