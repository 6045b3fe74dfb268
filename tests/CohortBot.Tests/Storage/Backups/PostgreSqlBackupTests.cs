using System.Diagnostics;
using CohortBot.Storage;
using CohortBot.Tests.Crashes;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Privacy;
using CohortBot.Web.Demo;
using Npgsql;

namespace CohortBot.Tests.Storage.Backups;

/// <summary>The server's own tools, by the commands that <c>cohortbot backup</c> and <c>cohortbot restore</c> print, and what the program does afterwards.</summary>
public sealed class PostgreSqlBackupTests : IDisposable
{
    private const string Trade = "zebrafish husbandry";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-dump-");

    private string Backup => Path.Combine(_folder.FullName, "cohort backup.dump");

    [PostgreSqlFact]
    public async Task What_was_dumped_beside_the_running_program_comes_back_whole_and_without_whoever_was_erased_since()
    {
        await using var storage = await PostgreSqlStorage.CreateEmptyAsync();
        await using var cohort = await RunningCohort.StartAsync(storage.Options.ConnectionString);
        using var program = Tools(cohort);
        var bakery = await cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");
        await cohort.TalkAsync(RunningCohort.Xanthippe, $"I do {Trade} in a lab with forty tanks.");
        var counts = await CountAsync(storage.Options);
        await RunPrintedAsync(program, "pg_dump", "backup", Backup);

        await cohort.TalkAsync(DemoPeople.Amina, "I counted the loaves.");
        await cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");
        await cohort.StopAsync();
        await RunPrintedAsync(program, "pg_restore", "restore", Backup);
        Assert.Equal(counts, await CountAsync(storage.Options));
        Assert.Contains(Trade, await DumpAsync(program), StringComparison.Ordinal);

        var (code, said) = await program.RunAsync("restore", "--settle");
        Assert.True(code == 0, said);
        Assert.Contains("One member who was erased since the backup was erased again", said, StringComparison.Ordinal);
        var dump = await DumpAsync(program);
        Assert.DoesNotContain(Trade, dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Quuxworth", dump, StringComparison.Ordinal);
        Assert.Contains("I bake bread at night", dump, StringComparison.Ordinal);
        var settled = await CountAsync(storage.Options);
        Assert.All(["turns", "exchanges", "lab_messages", "lesson_slots", "cohorts"], table => Assert.Equal((table, counts[table]), (table, settled[table])));

        await cohort.StartAgainAsync();
        Assert.Equal(2, await cohort.CountAsync("exchanges"));
        Assert.Equal(bakery, await cohort.TalkAsync(DemoPeople.Amina, "I counted the loaves again."));
        Assert.Equal(3, await cohort.CountAsync("exchanges"));
    }

    [PostgreSqlFact]
    public async Task An_erased_members_words_are_in_no_table_and_in_none_of_the_servers_samples()
    {
        await using var storage = await PostgreSqlStorage.CreateEmptyAsync();
        await using var cohort = await RunningCohort.StartAsync(storage.Options.ConnectionString);
        using var program = Tools(cohort);
        await cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");
        await cohort.TalkAsync(RunningCohort.Xanthippe, $"I do {Trade} in a lab with forty tanks.", $"There is no {Trade} without lists.");
        await ListAsync(storage.Options, "ANALYZE"); // as the server does by itself, sooner or later
        Assert.Contains(Trade, await DumpAsync(program), StringComparison.Ordinal);
        Assert.Contains(Trade, await SamplesAsync(storage.Options), StringComparison.Ordinal);

        await cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");

        foreach (var text in new[] { await DumpAsync(program), await SamplesAsync(storage.Options) })
        {
            Assert.DoesNotContain(Trade, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Quuxworth", text, StringComparison.Ordinal);
            Assert.DoesNotContain("xquux", text, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private KilledProgram Tools(RunningCohort cohort) => new(
        _folder.FullName,
        CrashScript.SettingsFor(
            new StorageOptions { File = cohort.Database, ConnectionString = cohort.ConnectionString, Node = "tools" },
            Path.Combine(Repository.Root, "lessons"),
            Path.Combine(Repository.Root, "prompts")));

    // Types what the program says is to be typed.
    private static async Task RunPrintedAsync(KilledProgram program, string tool, params string[] command)
    {
        var (code, said) = await program.RunAsync(command);
        Assert.Equal(1, code);
        await ShellAsync(said.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith($"{tool} ", StringComparison.Ordinal)));
    }

    // Everything that is in the tables, as text.
    private static async Task<string> DumpAsync(KilledProgram program)
    {
        var (_, said) = await program.RunAsync("backup", "/dev/stdout");
        var line = said.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("pg_dump ", StringComparison.Ordinal));
        return await ShellAsync(line.Replace("--format=custom", "--format=plain", StringComparison.Ordinal));
    }

    private static async Task<string> ShellAsync(string line)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{line}\n{said[1]}");
        return said[0];
    }

    private static async Task<SortedDictionary<string, string>> CountAsync(StorageOptions storage)
    {
        SortedDictionary<string, string> counts = new(StringComparer.Ordinal);
        foreach (var table in await ListAsync(storage, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('nodes', 'settings') AND tablename NOT LIKE 'qrtz%'"))
            counts[table] = Assert.Single(await ListAsync(storage, $"SELECT COUNT(*)::text FROM {table}"));
        return counts;
    }

    private static async Task<string> SamplesAsync(StorageOptions storage) => string.Join('\n', await ListAsync(
        storage, "SELECT concat_ws(' ', most_common_vals::text, histogram_bounds::text) FROM pg_stats WHERE schemaname = 'public'"));

    private static async Task<IReadOnlyList<string>> ListAsync(StorageOptions storage, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
