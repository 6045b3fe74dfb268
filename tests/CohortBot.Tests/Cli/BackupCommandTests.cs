using CohortBot.Storage;
using CohortBot.Storage.Backups;
using CohortBot.Tests.Privacy;
using CohortBot.Web.Demo;

namespace CohortBot.Tests.Cli;

/// <summary><c>cohortbot backup</c> as a process of its own, beside the program that works on the same database.</summary>
public sealed class BackupCommandTests : IAsyncLifetime
{
    private RunningCohort _cohort = null!;

    private string Target => Path.Combine(_cohort.Folder, "backup.db");

    public async Task InitializeAsync() => _cohort = await RunningCohort.StartAsync();

    public async Task DisposeAsync() => await _cohort.DisposeAsync();

    [Fact]
    public async Task A_backup_of_the_running_program_is_whole_private_and_says_how_much_it_holds()
    {
        await _cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");

        var (code, said) = await CommandLine.RunAsync(_cohort, "backup", Target);

        Assert.True(code == 0, said);
        Assert.Contains("exchanges", said, StringComparison.Ordinal);
        Assert.Contains($"step {Migrator.Newest}", said, StringComparison.Ordinal);
        var contents = await SqliteFile.CheckAsync(Target, CancellationToken.None);
        foreach (var table in contents.Rows.Keys.Where(table => !table.StartsWith("QRTZ", StringComparison.OrdinalIgnoreCase)))
            Assert.Equal(await _cohort.CountAsync(table), contents.Rows[table]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        Assert.Equal(["backup.db", "data"], Directory.EnumerateFileSystemEntries(_cohort.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_file_that_stands_there_is_replaced_only_with_force()
    {
        await File.WriteAllTextAsync(Target, "precious");
        var (refused, said) = await CommandLine.RunAsync(_cohort, "backup", Target);
        Assert.Equal(1, refused);
        Assert.Contains("--force", said, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(Target));

        var (code, _) = await CommandLine.RunAsync(_cohort, "backup", Target, "--force");
        Assert.Equal(0, code);
        Assert.True((await SqliteFile.CheckAsync(Target, CancellationToken.None)).Rows["members"] > 0);
    }

    [Fact]
    public async Task The_databases_own_place_and_a_folder_that_is_not_there_are_refused()
    {
        Assert.Equal(1, (await CommandLine.RunAsync(_cohort, "backup", _cohort.Database, "--force")).Code);
        Assert.Equal(1, (await CommandLine.RunAsync(_cohort, "backup", Path.Combine(_cohort.Folder, "none", "backup.db"))).Code);
        Assert.True(await _cohort.CountAsync("members") > 0);
    }

    [Fact]
    public async Task Restoring_while_the_program_runs_is_refused_and_changes_nothing()
    {
        await CommandLine.RunAsync(_cohort, "backup", Target);
        await _cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");

        var (code, said) = await CommandLine.RunAsync(_cohort, "restore", Target);

        Assert.Equal(1, code);
        Assert.Contains("Stop that one first", said, StringComparison.Ordinal);
        Assert.Equal(1, await _cohort.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_second_program_on_the_same_database_is_refused()
    {
        await using var second = _cohort.Build();
        var fault = await Assert.ThrowsAsync<StorageException>(() => second.StartAsync());
        Assert.Equal(StorageFault.Locked, fault.Fault);
    }

    [Fact]
    public async Task After_a_restore_all_counts_are_as_they_were_and_what_was_replaced_stands_beside()
    {
        await _cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");
        await CommandLine.RunAsync(_cohort, "backup", Target);
        var before = (await SqliteFile.CheckAsync(Target, CancellationToken.None)).Rows;
        await _cohort.TalkAsync(DemoPeople.Ben, "I drive a lorry.", "By day.");
        await _cohort.StopAsync();

        var (code, said) = await CommandLine.RunAsync(_cohort, "restore", Target);
        Assert.True(code == 0, said);
        var replaced = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_cohort.Database)!, "cohortbot.db.replaced-*"));
        Assert.Equal(3, (await SqliteFile.CheckAsync(replaced, CancellationToken.None)).Rows["exchanges"]);
        await _cohort.StartAgainAsync();

        foreach (var table in new[] { "members", "enrolments", "participations", "turns", "exchanges", "lab_messages", "lab_message_words", "card_words", "audit", "lesson_slots" })
            Assert.Equal(before[table], await _cohort.CountAsync(table));
        await _cohort.TalkAsync(DemoPeople.Chiara, "I paint.");
        Assert.Equal(2, await _cohort.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_member_who_was_erased_after_the_backup_is_erased_again_by_a_restore()
    {
        const string Trade = "zebrafish husbandry";
        await _cohort.TalkAsync(RunningCohort.Xanthippe, $"I do {Trade}.");
        await CommandLine.RunAsync(_cohort, "backup", Target);
        await _cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");
        await _cohort.StopAsync();

        var (code, said) = await CommandLine.RunAsync(_cohort, "restore", Target);

        Assert.True(code == 0, said);
        Assert.Contains("One member", said, StringComparison.Ordinal);
        Assert.Empty(_cohort.FilesWith(Trade));
        Assert.Empty(_cohort.FilesWith("Quuxworth"));
        await _cohort.StartAgainAsync();
        Assert.Equal(1, await _cohort.CountAsync("exchanges"));
        Assert.Empty(_cohort.FilesWith(Trade));
    }

    [Fact]
    public async Task A_database_that_somebody_copied_back_by_hand_loses_the_erased_at_the_next_start()
    {
        const string Trade = "zebrafish husbandry";
        await _cohort.TalkAsync(RunningCohort.Xanthippe, $"I do {Trade}.");
        await CommandLine.RunAsync(_cohort, "backup", Target);
        await _cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");
        await _cohort.StopAsync();
        File.Copy(Target, _cohort.Database, overwrite: true);
        Assert.NotEmpty(_cohort.FilesWith(Trade));

        await _cohort.StartAgainAsync();
        await _cohort.StopAsync();

        Assert.Empty(_cohort.FilesWith(Trade));
        Assert.Empty(_cohort.FilesWith("Quuxworth"));
    }
}
