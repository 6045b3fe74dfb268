using CohortBot.Storage;
using CohortBot.Storage.Backups;
using CohortBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Storage.Backups;

public sealed class SqliteRestoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 7, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-restore-");

    private string File => Path.Combine(_folder.FullName, "test.db");

    private string Backup => Path.Combine(_folder.FullName, "backup.db");

    [Fact]
    public async Task What_is_no_backup_of_ours_is_refused_and_nothing_is_changed()
    {
        await MakeAsync("kept");
        await System.IO.File.WriteAllTextAsync(Backup, new string('x', 9000));
        var garbage = await Assert.ThrowsAsync<StorageException>(RestoreAsync);
        Assert.Contains("no SQLite database", garbage.Message, StringComparison.Ordinal);

        System.IO.File.Delete(Backup);
        await ExecuteAsync(Backup, "CREATE TABLE other (a)");
        var foreign = await Assert.ThrowsAsync<StorageException>(RestoreAsync);
        Assert.Contains("none of CohortBot's", foreign.Message, StringComparison.Ordinal);

        Assert.Equal("kept", await ReadAsync());
        Assert.Equal(["backup.db", "test.db"], Names());
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await MakeAsync("kept");
        await BackUpAsync();
        await ExecuteAsync(Backup, "INSERT INTO migrations (number, name, applied_at) VALUES (9999, 'later', 0)");
        var fault = await Assert.ThrowsAsync<StorageException>(RestoreAsync);
        Assert.Contains("newer CohortBot", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["backup.db", "test.db"], Names());
    }

    [Fact]
    public async Task A_backup_with_flipped_bytes_is_refused()
    {
        await MakeAsync("kept");
        await BackUpAsync();
        await using (var file = System.IO.File.Open(Backup, FileMode.Open))
        {
            file.Seek(file.Length / 2, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xA5, 9000).ToArray());
        }

        var fault = await Assert.ThrowsAsync<StorageException>(RestoreAsync);
        Assert.Equal(StorageFault.Corrupt, fault.Fault);
        Assert.Equal("kept", await ReadAsync());
    }

    [Fact]
    public async Task The_log_of_the_replaced_database_goes_with_it_and_is_never_read_into_the_restored_one()
    {
        await MakeAsync("in the backup");
        await BackUpAsync();
        var wal = await ChangeWithoutClosingAsync("after the backup");

        await RestoreAsync();

        Assert.Equal("in the backup", await ReadAsync());
        Assert.True(wal > 0);
        Assert.DoesNotContain("test.db-wal", Names());
        Assert.Equal("after the backup", await ReadAsync(ReplacedFile()));
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced_and_is_kept_as_it_is()
    {
        await MakeAsync("good");
        await BackUpAsync();
        await System.IO.File.WriteAllTextAsync(File, "this was a database");

        await RestoreAsync();

        Assert.Equal("good", await ReadAsync());
        Assert.Equal("this was a database", await System.IO.File.ReadAllTextAsync(ReplacedFile()));
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_at_any_step_is_ended_by_whoever_starts_next()
    {
        for (var done = 0; done <= 3; done++)
        {
            await MakeAsync("new");
            System.IO.File.Move(File, RestoreSwitch.PreparedName(File, "S"), overwrite: true);
            foreach (var part in new[] { "-wal", "-shm", "" })
                await System.IO.File.WriteAllTextAsync(File + part, $"old{part}");
            foreach (var part in new[] { "-wal", "-shm", "" }.Take(done))
                System.IO.File.Move(File + part, RestoreSwitch.ReplacedName(File, "S") + part, overwrite: true);

            Hold().Take();

            Assert.Equal("new", await ReadAsync());
            Assert.Equal("old", await System.IO.File.ReadAllTextAsync(RestoreSwitch.ReplacedName(File, "S")));
            Assert.Equal("old-wal", await System.IO.File.ReadAllTextAsync($"{RestoreSwitch.ReplacedName(File, "S")}-wal"));
            Assert.DoesNotContain(Names(), name => name.Contains("restoring", StringComparison.Ordinal));
            _holds.ForEach(hold => hold.Dispose());
            _holds.Clear();
        }
    }

    [Fact]
    public async Task Numbers_that_were_given_out_after_the_backup_are_not_given_out_again()
    {
        await MakeAsync("x");
        await BackUpAsync();
        await ExecuteAsync(File, "INSERT INTO audit (workspace, cohort, member, action, subject, at) VALUES ('local', 1, 'm', 'a', 's', 0)");
        await ExecuteAsync(File, "UPDATE sqlite_sequence SET seq = 500 WHERE name = 'audit'");

        await RestoreAsync();

        await ExecuteAsync(File, "INSERT INTO audit (workspace, cohort, member, action, subject, at) VALUES ('local', 1, 'm', 'a', 's', 0)");
        Assert.True(long.Parse(await ScalarAsync(File, "SELECT MAX(id) FROM audit"), System.Globalization.CultureInfo.InvariantCulture) > 500);
    }

    [Fact]
    public async Task A_hold_ends_with_its_program_and_keeps_every_other_out_until_then()
    {
        await MakeAsync("x");
        var first = Hold();
        first.Take();
        first.Take();
        var fault = Assert.Throws<StorageException>(() => Hold().Take());
        Assert.Contains("test.db.lock", fault.Message, StringComparison.Ordinal);

        first.Dispose();
        Hold().Take();
    }

    private readonly List<DatabaseHold> _holds = [];

    public void Dispose()
    {
        _holds.ForEach(hold => hold.Dispose());
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private DatabaseHold Hold()
    {
        var hold = new DatabaseHold(Options.Create(new StorageOptions { File = File }));
        _holds.Add(hold);
        return hold;
    }

    private Task<Restored> RestoreAsync() => SqliteRestore.RunAsync((File, Backup), Migrator.Newest, Now, CancellationToken.None);

    private Task<SqliteContents> BackUpAsync() => SqliteBackup.MakeAsync((File, Backup), isReplacing: true, new Progress<double>(), CancellationToken.None);

    private string ReplacedFile() => Assert.Single(
        Directory.GetFiles(_folder.FullName, "test.db.replaced-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));

    private string[] Names() => [.. _folder.EnumerateFiles().Select(file => file.Name).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task MakeAsync(string value)
    {
        foreach (var part in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(File + part);
        using (var database = new Database(Options.Create(new StorageOptions { File = File })))
        {
            await new Migrator(database, new ManualClock(), NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
            await database.WriteAsync(session => session.ExecuteAsync("INSERT INTO settings (name, value) VALUES ('test', @value)", new { value }), CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
    }

    // As a program does that was killed: its log stands beside the file.
    private async Task<long> ChangeWithoutClosingAsync(string value)
    {
        await using (var connection = await SqliteFile.OpenAsync(File, CancellationToken.None))
        {
            await ExecuteAsync(connection, $"PRAGMA journal_mode = WAL; UPDATE settings SET value = '{value}' WHERE name = 'test'");
            foreach (var part in new[] { "", "-wal" })
                System.IO.File.Copy(File + part, $"{File}.copy{part}");
        }

        foreach (var part in new[] { "", "-wal" })
            System.IO.File.Move($"{File}.copy{part}", File + part, overwrite: true);
        return new FileInfo($"{File}-wal").Length;
    }

    private Task<string> ReadAsync(string? file = null) => ScalarAsync(file ?? File, "SELECT value FROM settings WHERE name = 'test'");

    private static async Task<string> ScalarAsync(string file, string sql)
    {
        await using var connection = await SqliteFile.OpenAsync(file, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        if (!System.IO.File.Exists(file))
            await System.IO.File.WriteAllBytesAsync(file, []);
        await using var connection = await SqliteFile.OpenAsync(file, CancellationToken.None);
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
