using System.CommandLine;
using CohortBot.Privacy;
using CohortBot.Storage;
using CohortBot.Storage.Backups;
using CohortBot.Storage.PostgreSql;
using CohortBot.Texts;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary><c>cohortbot backup FILE</c>: copies the database while the program runs on it. On PostgreSQL it says how that is done there.</summary>
internal static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var file = new Argument<string>("FILE") { Description = wording.Say("backup.file") };
        var force = new Option<bool>("--force") { Description = wording.Say("backup.force") };
        var command = new Command("backup", wording.Say("backup.about")) { file, force };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(force), wording, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string target, bool isReplacing, Wording wording, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (storage.IsPostgreSql)
            {
                await Console.Error.WriteLineAsync(wording.Say("backup.postgresql", ("command", PostgreSqlTools.Dump(storage.ConnectionString, target))));
                return 1;
            }

            var contents = await MakeAsync((Path.GetFullPath(storage.File), target), isReplacing, wording, cancellationToken);
            BackupReport.Print(contents, target, wording);
            Screen.Create().WriteLine(wording.Say("backup.journal", ("journal", app.Services.GetRequiredService<ErasureJournal>().File)));
            return 0;
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(wording.Say("backup.failed"));
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static Task<SqliteContents> MakeAsync((string Database, string Target) files, bool isReplacing, Wording wording, CancellationToken cancellationToken) =>
        Screen.Create().Progress().HideCompleted(true).StartAsync(context =>
        {
            var copying = context.AddTask(wording.Say("backup.copying"), maxValue: 1);
            return SqliteBackup.MakeAsync(files, isReplacing, new Shown(copying), cancellationToken);
        });

    // Told on the copying thread itself: Progress<T> would tell later, perhaps after the end.
    private sealed class Shown(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
