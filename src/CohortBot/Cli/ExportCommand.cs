using System.CommandLine;
using CohortBot.Access;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Reports.Export;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.Extensions.Options;

namespace CohortBot.Cli;

/// <summary><c>cohortbot export [COHORT] --to FOLDER</c>: writes a cohort's tables into files, while the program runs or not.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["csv", "json"];

    /// <summary>The command; its exit code is 1 when nothing was exported.</summary>
    public static Command Create(Wording wording)
    {
        var cohort = new Argument<string?>("COHORT") { Arity = ArgumentArity.ZeroOrOne, Description = wording.Say("reports.cli_cohort") };
        var workspace = new Option<string?>("--workspace") { Description = wording.Say("reports.cli_workspace") };
        var format = new Option<string>("--format") { Description = wording.Say("reports.cli_format"), DefaultValueFactory = _ => Formats[0] };
        var to = new Option<string>("--to") { Description = wording.Say("reports.cli_to"), Required = true };
        var words = new Option<bool>("--words") { Description = wording.Say("reports.cli_words") };
        var mark = new Option<bool>("--bom") { Description = wording.Say("reports.cli_bom") };
        var command = new Command("export", wording.Say("reports.cli")) { cohort, workspace, format, to, words, mark };
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(
            new ExportInput(parsed.GetValue(cohort), parsed.GetValue(workspace), parsed.GetValue(format)!, parsed.GetValue(to)!, parsed.GetValue(words), parsed.GetValue(mark)),
            wording,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ExportInput input, Wording wording, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            var services = app.Services;
            RefuseMissing(services.GetRequiredService<IOptions<StorageOptions>>().Value);
            services.GetRequiredService<CourseLibrary>().Load();
            var request = await ReadAsync(input, services, cancellationToken);
            var export = await services.GetRequiredService<Exporter>().MakeAsync(request, cancellationToken);
            await ExportFolder.WriteAsync(input.To, export, cancellationToken);
            if (request.HasWords)
                await AuditAsync(services, request, export, cancellationToken);
            await Console.Out.WriteLineAsync(wording.Say(
                "reports.written", ("cohort", export.Cohort.Name), ("count", export.Files.Count), ("folder", Path.GetFullPath(input.To)), ("files", string.Join(", ", export.Files.Select(file => file.Name)))));
            return 0;
        }
        catch (CommandException exception)
        {
            await Console.Error.WriteLineAsync(wording.Say(exception.Key, exception.Values));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wording.Say("reports.cannot_write", ("folder", input.To), ("detail", exception.Message)));
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
        }

        return 1;
    }

    // To look for something must not make an empty database.
    private static void RefuseMissing(StorageOptions storage)
    {
        if (!storage.IsPostgreSql && !File.Exists(storage.File))
            throw new CommandException("reports.no_database", ("file", Path.GetFullPath(storage.File)));
    }

    private static async Task<ExportRequest> ReadAsync(ExportInput input, IServiceProvider services, CancellationToken cancellationToken)
    {
        var format = Formats.FirstOrDefault(known => known.Equals(input.Format, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException("reports.unknown_format", ("typed", input.Format), ("formats", string.Join(", ", Formats)));
        var cohort = await new ExportChoice(services.GetRequiredService<Database>(), services.GetRequiredService<ICohortScope>()).FindAsync(input, cancellationToken);
        return new ExportRequest(cohort.Workspace, cohort.Id)
        {
            Format = format == Formats[0] ? ExportFormat.Csv : ExportFormat.Json,
            HasWords = input.HasWords,
            HasByteOrderMark = input.HasByteOrderMark,
        };
    }

    // Who took members' words out of the program is to be seen afterwards, also when it was whoever runs the machine.
    private static Task AuditAsync(IServiceProvider services, ExportRequest request, CohortExport export, CancellationToken cancellationToken) =>
        services.GetRequiredService<Database>().WriteAsync(
            session => services.GetRequiredService<AuditLog>().WriteAsync(
                session, request.Workspace, request.Cohort, MemberKey.CohortBot, new AuditChange("export", export.Cohort.Name, After: request.Describe())),
            cancellationToken);
}

/// <summary>What was typed.</summary>
internal sealed record ExportInput(string? Cohort, string? Workspace, string Format, string To, bool HasWords, bool HasByteOrderMark);
