using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Schedule;

namespace CohortBot.Web.Clock;

/// <summary>
/// Moves the clock of the local channel. A jump stops at every lesson that lies on its way and lets it be posted, so that none comes late
/// only because the clock went over it.
/// </summary>
internal sealed class ClockControl(
    MovableClock clock, ClockStore store, CohortStore cohorts, LessonSlots slots, IEnumerable<IClockListener> listeners)
{
    private static readonly TimeSpan AfterDue = TimeSpan.FromSeconds(1);

    // Real time in which a due lesson gets its chance to be posted before the clock goes on.
    private static readonly TimeSpan PostingTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes up where the clock stood before a restart.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken) => clock.MoveTo(await store.ReadAsync(cancellationToken));

    /// <summary>Moves to a second after the next planned lesson of any running cohort. Returns false when none is planned.</summary>
    public async Task<bool> JumpToNextLessonAsync(CancellationToken cancellationToken)
    {
        if (await FindNextAsync(cancellationToken) is not { } next)
            return false;
        await MoveAsync(next.DueAt!.Value + AfterDue, cancellationToken);
        await WaitUntilTakenAsync(next, cancellationToken);
        return true;
    }

    /// <summary>Moves ahead, by way of every lesson that lies between.</summary>
    public async Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + by;
        while (await FindNextAsync(cancellationToken) is { } next && next.DueAt + AfterDue < end)
        {
            await MoveAsync(next.DueAt!.Value + AfterDue, cancellationToken);
            await WaitUntilTakenAsync(next, cancellationToken);
        }

        await MoveAsync(end, cancellationToken);
    }

    private async Task MoveAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var offset = to - clock.Real.GetUtcNow();
        if (offset > clock.Offset)
        {
            await store.WriteAsync(offset, cancellationToken);
            clock.MoveTo(offset);
        }

        foreach (var listener in listeners)
            await listener.JumpedAsync(cancellationToken);
    }

    private async Task<LessonSlot?> FindNextAsync(CancellationToken cancellationToken)
    {
        List<LessonSlot> planned = [];
        foreach (var cohort in await cohorts.ListAsync(WorkspaceId.Local, cancellationToken))
        {
            if (cohort.State == CohortState.Running)
                planned.AddRange(await slots.ListAsync(WorkspaceId.Local, cohort.Id, cancellationToken));
        }

        var now = clock.GetUtcNow();
        return planned.Where(slot => slot.State == SlotState.Planned && slot.DueAt > now).MinBy(slot => slot.DueAt);
    }

    private async Task WaitUntilTakenAsync(LessonSlot slot, CancellationToken cancellationToken)
    {
        var began = clock.Real.GetTimestamp();
        while (clock.Real.GetElapsedTime(began) < PostingTime)
        {
            var now = (await slots.ListAsync(slot.Workspace, slot.Cohort, cancellationToken)).FirstOrDefault(other => other.Lesson == slot.Lesson);
            if (now is not { State: SlotState.Planned or SlotState.Posting })
                return;
            await Task.Delay(LookAgainAfter, clock.Real, cancellationToken);
        }
    }
}
