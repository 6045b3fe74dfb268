using CohortBot.Commands;
using CohortBot.Reports.Export;

namespace CohortBot.Reports;

/// <summary>Registers what is handed out of a cohort.</summary>
internal static class ReportsSetup
{
    /// <summary>Adds the export and its command.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ExportReader>().AddSingleton<Exporter>().AddCommand<CohortExportCommand>();
}
