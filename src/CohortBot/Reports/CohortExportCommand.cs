using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Reports.Export;
using CohortBot.Storage;

namespace CohortBot.Reports;

/// <summary><c>/cohort export</c>: hands over a cohort's grid, exchanges, lessons and audit as a file; what members wrote only when that is asked for. Each export is audited.</summary>
internal sealed class CohortExportCommand(Exporter exporter, Database database, AuditLog audit) : ICommand
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Yes = "yes";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort export")
    {
        Needs = Role.Facilitator,
        Options = [new("format") { Choices = [Csv, Json] }, new("words") { Choices = [Yes, "no"] }, new("bom") { Choices = [Yes, "no"] }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = new ExportRequest(context.Workspace, context.GetCohort())
        {
            Format = IsSaid(context, "format", Json) ? ExportFormat.Json : ExportFormat.Csv,
            HasWords = IsSaid(context, "words", Yes),
            HasByteOrderMark = IsSaid(context, "bom", Yes),
        };
        var export = await exporter.MakeAsync(request, cancellationToken);
        await database.WriteAsync(
            session => audit.WriteAsync(session, request.Workspace, request.Cohort, context.Member.Key, new AuditChange(Spec.Path, export.Cohort.Name, After: request.Describe())),
            cancellationToken);
        return context.Say(request.HasWords ? "reports.export_words" : "reports.export", ("cohort", export.Cohort.Name), ("members", export.Members)) with { File = export.AsOneFile() };
    }

    private static bool IsSaid(CommandContext context, string option, string value) => value.Equals(context.Find(option), StringComparison.OrdinalIgnoreCase);
}
