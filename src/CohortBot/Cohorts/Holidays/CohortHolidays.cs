using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Holidays;

/// <summary>Keeps the cohorts' own lists of days without a lesson.</summary>
internal static class CohortHolidays
{
    /// <summary>A cohort's own list, in order.</summary>
    public static async Task<IReadOnlyList<Holiday>> ListAsync(Session session, WorkspaceId workspace, CohortId cohort)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT on_date, name FROM cohort_holidays WHERE workspace = @workspace AND cohort = @cohort ORDER BY on_date", new { workspace, cohort });
        return [.. rows.Select(row => new Holiday(row.OnDate, row.Name))];
    }

    /// <summary>Replaces a cohort's own list.</summary>
    public static async Task SaveAsync(Session session, WorkspaceId workspace, CohortId cohort, IReadOnlyList<Holiday> holidays)
    {
        await session.ExecuteAsync("DELETE FROM cohort_holidays WHERE workspace = @workspace AND cohort = @cohort", new { workspace, cohort });
        foreach (var (date, name) in holidays)
        {
            await session.ExecuteAsync(
                "INSERT INTO cohort_holidays (workspace, cohort, on_date, name) VALUES (@workspace, @cohort, @date, @name)",
                new { workspace, cohort, date, name });
        }
    }

    private sealed record Row
    {
        public required DateOnly OnDate { get; init; }

        public required string Name { get; init; }
    }
}
