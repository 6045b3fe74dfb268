using System.CommandLine;
using CohortBot.Privacy;
using CohortBot.Storage;
using CohortBot.Storage.Backups;
using CohortBot.Storage.PostgreSql;
using CohortBot.Texts;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>
/// <c>cohortbot restore FILE</c>: puts a backup in the database's place while the program is stopped; what stood there is kept. On PostgreSQL it
/// says how that is done there, and <c>cohortbot restore --settle</c> does afterwards what only the program can.
/// </summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var file = new Argument<string?>("FILE") { Description = wording.Say("restore.file"), Arity = ArgumentArity.ZeroOrOne };
        var settle = new Option<bool>("--settle") { Description = wording.Say("restore.settle") };
        var command = new Command("restore", wording.Say("restore.about")) { file, settle };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file), parsed.GetValue(settle), wording, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? backup, bool isSettling, Wording wording, CancellationToken cancellationToken)
    {
        if (isSettling == (backup is not null))
        {
            await Console.Error.WriteLineAsync(wording.Say("restore.what"));
            return 1;
        }

        try
        {
            await using var app = CohortBotHost.Build(urls: null);
            return await RunAsync(app, backup is null ? null : Path.GetFullPath(backup), wording, cancellationToken);
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(wording.Say("restore.failed"));
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static async Task<int> RunAsync(WebApplication app, string? backup, Wording wording, CancellationToken cancellationToken)
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (storage.IsPostgreSql && backup is not null)
        {
            await Console.Error.WriteLineAsync(wording.Say("restore.postgresql", ("command", PostgreSqlTools.Restore(storage.ConnectionString, backup))));
            return 1;
        }

        app.Services.GetRequiredService<DatabaseHold>().Take();
        if (backup is not null)
            await PutBackAsync(app, (Path.GetFullPath(storage.File), backup), wording, cancellationToken);
        await SettleAsync(app.Services, backup is null, wording, CancellationToken.None);
        Screen.Create().WriteLine(wording.Say("restore.next"));
        return 0;
    }

    private static async Task PutBackAsync(WebApplication app, (string Database, string Backup) files, Wording wording, CancellationToken cancellationToken)
    {
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var restored = await SqliteRestore.RunAsync(files, Migrator.Newest, now, cancellationToken);
        BackupReport.Print(restored.Contents, files.Database, wording);
        if (restored.Replaced is { } replaced)
            Screen.Create().WriteLine(wording.Say("restore.replaced", ("file", replaced)));
    }

    // The program's own start does all of this too; done here, nobody who was erased is in the file for a moment longer than it takes.
    private static async Task SettleAsync(IServiceProvider services, bool isMarking, Wording wording, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        if (isMarking)
            await services.GetRequiredService<RestoreSettling>().MarkAsync(cancellationToken);
        var journal = services.GetRequiredService<ErasureJournal>();
        var count = await services.GetRequiredService<ErasureReplay>().RunAsync(cancellationToken);
        await services.GetRequiredService<ErasureAftermath>().RunAsync(cancellationToken);
        var isThere = File.Exists(journal.File);
        Screen.Create().WriteLine(isThere ? wording.Say("restore.erased", ("count", count), ("journal", journal.File)) : wording.Say("restore.no_journal", ("journal", journal.File)));
    }
}
