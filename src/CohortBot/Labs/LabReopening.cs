using System.Globalization;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Schedule;

namespace CohortBot.Labs;

/// <summary>Looks again at a participation whose turn waits for a budget: when that opens, or when somebody has changed it. Ringing twice is ringing once.</summary>
internal sealed class LabReopening(LabLanes lanes) : IAlarmHandler
{
    /// <inheritdoc/>
    public string Kind => BudgetAlarm.Kind;

    /// <inheritdoc/>
    public Task RingAsync(string name, CancellationToken cancellationToken)
    {
        var cut = name.LastIndexOf('|');
        lanes.Signal(new LaneKey(new WorkspaceId(name[..cut]), new ParticipationId(long.Parse(name.AsSpan(cut + 1), CultureInfo.InvariantCulture))));
        return Task.CompletedTask;
    }
}
