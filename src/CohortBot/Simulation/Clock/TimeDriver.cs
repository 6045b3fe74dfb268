namespace CohortBot.Simulation.Clock;

/// <summary>
/// Moves the time. While something is under way, every timer goes off at its own hour, one after another; when nothing is, the time jumps to the next
/// hour at which anything can happen, as the clock of a laptop that was asleep does.
/// </summary>
internal sealed class TimeDriver(SimulatedClock clock, Diary diary, IUnderWay work)
{
    // Real time that is given to what does not wait for the simulated clock: a scheduler that shuts down.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // What is still under way so long after the last person went home never ends: a platform that refuses for ever.
    private static readonly TimeSpan LongestTail = TimeSpan.FromDays(2);

    /// <summary>Runs until all that people do has been done, and all that follows from it.</summary>
    /// <param name="people">Ends when the last of them is done.</param>
    /// <param name="moved">Is told of each hour.</param>
    /// <exception cref="InvalidOperationException">Somebody waits for something that no hour brings.</exception>
    public void Run(Task people, Action<DateTimeOffset> moved)
    {
        var waitsSince = TimeProvider.System.GetTimestamp();
        DateTimeOffset? goneAt = null;
        while (true)
        {
            Calm.Await();
            var isUnderWay = !people.IsFaulted && work.IsUnderWay();
            if (people.IsCompleted && (!isUnderWay || IsOver(ref goneAt)))
                return;
            if (Step(isUnderWay))
                waitsSince = TimeProvider.System.GetTimestamp();
            else if (TimeProvider.System.GetElapsedTime(waitsSince) > Patience)
                throw new InvalidOperationException("The simulation stands still: somebody waits for something that no hour brings.");
            moved(clock.GetUtcNow());
        }
    }

    private bool IsOver(ref DateTimeOffset? goneAt) => clock.GetUtcNow() - (goneAt ??= clock.GetUtcNow()) > LongestTail;

    private bool Step(bool isUnderWay)
    {
        var theirs = diary.NextAt;
        if (isUnderWay)
            return clock.NextAt is { } next && !(theirs <= next) ? clock.RingFirst(next) : Visit(theirs);
        var alarm = work.FindNextAlarm();
        return alarm is { } rings && !(theirs <= rings) ? Jump(rings) : Visit(theirs);
    }

    private bool Visit(DateTimeOffset? at)
    {
        if (at is not { } hour)
            return false;
        Jump(hour);
        diary.RingFirst();
        return true;
    }

    // What was slept over goes off once, in its order.
    private bool Jump(DateTimeOffset to)
    {
        clock.MoveTo(to);
        while (clock.RingFirst(to))
            Calm.Await();
        return true;
    }
}
