using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace CohortBot.Tests.Crashes;

/// <summary>
/// What befalls the SQLite file of a running program while members write and lessons come due: the program says what to do, and when that was done
/// nothing is lost, doubled, unanswered or counted twice. COHORTBOT_KILLS says how often; COHORTBOT_SEED repeats a run.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Share = 10; // of COHORTBOT_KILLS

    private readonly int _times = Math.Max(2, CrashTests.Number("COHORTBOT_KILLS", 20) / Share);
    private readonly int _seed = CrashTests.Number("COHORTBOT_SEED", Random.Shared.Next());

    [Fact]
    public async Task Of_a_disk_that_is_full()
    {
        using var disk = SmallDisk.TryMount();
        if (disk is null)
        {
            output.WriteLine("Nobody may mount a disk here: the size of files is limited instead.");
            await Of_a_file_that_may_not_grow();
            return;
        }

        await SufferAsync(
            new StorageOptions { File = Path.Combine(disk.Folder.FullName, "cohort.db") },
            "There is no space left for the database",
            _ =>
            {
                disk.Fill();
                return Task.CompletedTask;
            },
            _ =>
            {
                disk.Empty();
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task Of_a_file_that_may_not_grow()
    {
        await using var storage = SqliteStorage.CreateEmpty();
        await SufferAsync(
            storage.Options,
            "Check the disk and its free space.",
            program =>
            {
                SmallDisk.LimitFiles(program.Id, 4096);
                return Task.CompletedTask;
            },
            program =>
            {
                SmallDisk.LimitFiles(program.Id, bytes: null);
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task Of_a_database_that_another_program_holds_for_longer_than_we_wait()
    {
        await using var storage = SqliteStorage.CreateEmpty();
        storage.Options.BusyTimeoutSeconds = 1;
        await using var other = Open(storage.Options.File);
        await SufferAsync(
            storage.Options,
            "Another program holds the database",
            _ => RunAsync(other, "BEGIN IMMEDIATE"),
            _ => RunAsync(other, "ROLLBACK"));
    }

    [Fact]
    public async Task Of_a_file_that_is_damaged_while_the_program_runs_until_a_backup_is_put_back()
    {
        await using var storage = SqliteStorage.CreateEmpty();
        var (file, backup) = (storage.Options.File, $"{storage.Options.File}.backup");
        await SufferAsync(
            storage.Options,
            "is damaged. Put a backup in its place",
            async program =>
            {
                Succeed(await program.RunAsync("backup", backup, "--force"));
                await using (var connection = Open(file))
                    await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)"); // else the damage would lie under the log and never be read
                Damage(file, from: 4096);
            },
            program => PutBackAsync(program, backup));
    }

    [Fact]
    public async Task Of_a_file_that_was_damaged_before_the_start_until_a_backup_is_put_back()
    {
        await using var storage = SqliteStorage.CreateEmpty();
        var (file, backup) = (storage.Options.File, $"{storage.Options.File}.backup");
        using var script = new CrashScript(storage.Options, _seed, lessons: 3);
        await script.BeginAsync();
        await script.RestAsync(async program =>
        {
            Succeed(await program.RunAsync("backup", backup));
            program.Kill();
            await using (var connection = Open(file))
                await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Damage(file, from: 0);
            program.Start();
            Assert.Equal(1, await program.WhenEndedAsync());
            Assert.Contains("Put a backup in its place", program.Said, StringComparison.Ordinal);
            Succeed(await program.RunAsync("restore", backup));
            program.Start();
        });
        await script.KillAnsweringAsync();
    }

    private async Task SufferAsync(StorageOptions storage, string says, Func<KilledProgram, Task> strike, Func<KilledProgram, Task> lift)
    {
        output.WriteLine($"{_times} faults, COHORTBOT_SEED={_seed}");
        using var script = new CrashScript(storage, _seed, lessons: (2 * _times) + 2);
        await script.BeginAsync();
        for (var time = 0; time < _times; time++)
        {
            try
            {
                await script.SufferAsync(strike, says, lift);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Fault {time} of COHORTBOT_SEED={_seed}; the program had said:\n{script.Said}", exception);
            }
        }
    }

    private static async Task PutBackAsync(KilledProgram program, string backup)
    {
        program.Kill();
        Succeed(await program.RunAsync("restore", backup));
        program.Start();
    }

    private static void Succeed((int Code, string Said) ended) => Assert.True(ended.Code == 0, ended.Said);

    // A byte in every 64, so that no page is left as it was.
    private static void Damage(string file, int from)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (long at = from; at < stream.Length; at += 64)
        {
            stream.Position = at;
            var before = stream.ReadByte();
            stream.Position = at;
            stream.WriteByte((byte)~before);
        }
    }

    private static SqliteConnection Open(string file)
    {
        CohortBot.Storage.Sqlite.SqliteLibrary.Use();
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
