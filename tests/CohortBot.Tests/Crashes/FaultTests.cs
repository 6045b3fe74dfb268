using CohortBot.Storage.Sqlite;
using CohortBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace CohortBot.Tests.Crashes;

/// <summary>What befalls the SQLite file of a scripted cohort: the program says what to do, and when that was done nothing is lost or doubled. COHORTBOT_SEED repeats a run.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_file_that_was_damaged_before_the_start_is_named_and_the_backup_that_is_put_back_goes_on()
    {
        await using var storage = SqliteStorage.CreateEmpty();
        var (file, backup) = (storage.Options.File, $"{storage.Options.File}.backup");
        using var script = new CrashScript(storage.Options, CrashTests.Number("COHORTBOT_SEED", Random.Shared.Next()), lessons: 3);
        await script.BeginAsync();
        await script.RestAsync(async program =>
        {
            Succeed(await program.RunAsync("backup", backup));
            program.Kill();
            await CheckpointAsync(file);
            Damage(file);
            program.Start();
            Assert.Equal(1, await program.WhenEndedAsync());
            Assert.Contains("Put a backup in its place", program.Said, StringComparison.Ordinal);
            Succeed(await program.RunAsync("restore", backup));
            program.Start();
        });
        await script.KillAnsweringAsync();
    }

    private static void Succeed((int Code, string Said) ended) => Assert.True(ended.Code == 0, ended.Said);

    // Else the damage would lie under the log and not be read.
    private static async Task CheckpointAsync(string file)
    {
        SqliteLibrary.Use();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    // A byte in every 64, so that no page is left as it was.
    private static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (long at = 0; at < stream.Length; at += 64)
        {
            stream.Position = at;
            var before = stream.ReadByte();
            stream.Position = at;
            stream.WriteByte((byte)~before);
        }
    }
}
