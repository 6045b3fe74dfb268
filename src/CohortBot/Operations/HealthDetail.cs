using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Operations;

/// <summary>What may be told of a dependency.</summary>
internal static class HealthDetail
{
    /// <summary>The check's own words. One that broke has its exception's message there, and nobody has read that one: its type is told instead.</summary>
    public static string? Detail(this HealthReportEntry entry) => entry.Exception is { } exception ? exception.GetType().Name : entry.Description;
}
