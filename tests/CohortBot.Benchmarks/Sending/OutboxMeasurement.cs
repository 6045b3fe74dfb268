using System.Diagnostics;
using CohortBot.Benchmarks.Measuring;
using CohortBot.Benchmarks.Turns;
using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Benchmarks.Sending;

/// <summary>What the sender's look at the outbox costs when the sent messages of years lie in it.</summary>
internal static class OutboxMeasurement
{
    private const int Looks = 500;
    private const int AtOnce = 10_000;

    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        var rows = arguments.Number("rows", 1_000_000);
        await using var program = new BenchProgram(arguments.Settings);
        await program.MigrateAsync();
        Console.WriteLine("                                      p50      p95      p99    worst");
        Console.WriteLine($"sender's look, no old rows, ms   {await LookAsync(program)}");
        for (var from = 0; from < rows; from += AtOnce)
            await AddOldAsync(program, from);
        Console.WriteLine($"the same, {rows:N0} sent rows, ms {await LookAsync(program)}");
    }

    private static async Task<Percentiles> LookAsync(BenchProgram program)
    {
        var (store, took) = (program.Get<OutboxStore>(), new Percentiles());
        for (var look = 0; look < Looks; look++)
        {
            var watch = Stopwatch.StartNew();
            await store.ListDueAsync(CancellationToken.None);
            await store.FindNextTryAsync(DateTimeOffset.UtcNow, CancellationToken.None);
            took.Add(watch.Elapsed);
        }

        return took;
    }

    private static Task<int> AddOldAsync(BenchProgram program, int from) =>
        program.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                """
                WITH RECURSIVE numbers (n) AS (SELECT CAST(@from AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < @to)
                INSERT INTO outbox (workspace, subject, edition, part, channel, document, state, attempts, next_try_at, sent_at, message, created_at)
                SELECT 'bench:load', 'old/' || n, 1, 0, 'c1', '{"blocks":[]}', 'Sent', 1, n, n, 'm' || n, n FROM numbers
                """,
                new { from, to = from + AtOnce }),
            CancellationToken.None);
}
