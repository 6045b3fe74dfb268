using System.Diagnostics.Metrics;
using CohortBot.Operations;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Storage;

/// <summary>Where the data lies on a server, the disk of the SQLite file says nothing about it.</summary>
public sealed class PostgreSqlDiskTests
{
    [PostgreSqlFact]
    public async Task The_size_is_the_databases_own_and_no_free_space_is_claimed()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        Dictionary<string, double> seen = new(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (gauge, listening) => listening.EnableMeasurementEvents(gauge) };
        var reading = new AsyncLocal<bool> { Value = true };
        listener.SetMeasurementEventCallback<double>((gauge, value, _, _) =>
        {
            if (reading.Value) // other tests read gauges of their own at the same time
                seen[gauge.Name] = value;
        });
        listener.Start();

        await new DiskGauges(new DataFolder(Options.Create(test.Options)), test.Database).ReadAsync(CancellationToken.None);

        var size = await test.Database.ReadAsync(session => session.ScalarAsync<long>("SELECT pg_database_size(current_database())"), CancellationToken.None);
        Assert.InRange(seen["cohortbot.database.size"], size * 0.9, size * 1.1);
        Assert.DoesNotContain("cohortbot.disk.free", seen.Keys);
    }

    [PostgreSqlFact]
    public async Task A_full_disk_here_is_not_held_against_a_database_elsewhere()
    {
        await using var test = await TestDatabase.CreateSharedAsync();
        var wanting = Options.Create(new OperationsOptions { FreeDiskMegabytes = int.MaxValue });
        var folder = new DataFolder(Options.Create(new StorageOptions { File = Path.Combine(Path.GetTempPath(), "cohortbot-disk.db") }));
        var finding = Assert.Single(await new DiskCheck(folder, test.Database, wanting).CheckAsync(CancellationToken.None));
        Assert.Equal((HealthStatus.Healthy, "doctor.disk_server"), (finding.State, finding.Detail.Key));
    }
}
