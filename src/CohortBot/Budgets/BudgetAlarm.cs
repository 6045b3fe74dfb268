using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Schedule;

namespace CohortBot.Budgets;

/// <summary>The alarm that goes off when a held turn is to be looked at again.</summary>
internal static class BudgetAlarm
{
    /// <summary>The kind of these alarms.</summary>
    public const string Kind = "budget";

    /// <summary>The alarm of a participation, which has one turn at a time.</summary>
    public static Alarm Of(WorkspaceId workspace, ParticipationId participation, DateTimeOffset dueAt) => new(Kind, $"{workspace}|{participation}", dueAt);
}
