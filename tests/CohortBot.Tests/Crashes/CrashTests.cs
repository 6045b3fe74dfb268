using System.Globalization;
using CohortBot.Tests.Fakes;
using Xunit.Abstractions;

namespace CohortBot.Tests.Crashes;

/// <summary>kill -9 at random moments. COHORTBOT_KILLS says how often; COHORTBOT_SEED repeats a run.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int ShortForm = 20;
    private const int Kinds = 5;

    [Fact]
    public async Task Killed_at_random_moments_nothing_is_lost_doubled_unanswered_or_counted_twice()
    {
        var (kills, seed) = (Number("COHORTBOT_KILLS", ShortForm) * (Kinds - 1) / Kinds, Number("COHORTBOT_SEED", Random.Shared.Next()));
        output.WriteLine($"{kills} kills, COHORTBOT_SEED={seed}");
        await using var storage = await TestStorage.CreateEmptyAsync();
        using var script = new CrashScript(storage.Options, seed, lessons: kills + 2);
        await script.BeginAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            try
            {
                var killed = (kill % (Kinds - 1)) switch
                {
                    0 => script.KillPostingAsync(),
                    1 => script.KillWritingAsync(),
                    2 => script.KillAnsweringAsync(),
                    _ => script.KillCountingAsync(),
                };
                await killed;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Kill {kill} of COHORTBOT_SEED={seed}; the program had said:\n{script.Said}", exception);
            }
        }

        output.WriteLine($"{script.Hits} of the kills came while something was under way.");
        Assert.True(script.Hits >= kills / 4, "Too few kills came while something was under way: the moments are chosen badly.");
    }

    [Fact]
    public async Task Killed_while_it_prepares_a_new_database_it_finishes_at_the_next_start()
    {
        var (kills, chance) = (Math.Max(1, Number("COHORTBOT_KILLS", ShortForm) / Kinds), new Random(Number("COHORTBOT_SEED", Random.Shared.Next())));
        var startTime = await StartFreshAsync(killAfter: null);
        for (var kill = 0; kill < kills; kill++)
            await StartFreshAsync(startTime * (0.3 + (0.7 * chance.NextDouble())));
    }

    [PostgreSqlFact]
    public async Task What_one_of_two_programs_was_at_when_it_was_killed_is_done_once_by_the_other()
    {
        var (kills, seed) = (Math.Max(5, Number("COHORTBOT_KILLS", ShortForm) / 4), Number("COHORTBOT_SEED", Random.Shared.Next()));
        output.WriteLine($"{kills} kills, COHORTBOT_SEED={seed}");
        await using var storage = await PostgreSqlStorage.CreateEmptyAsync();
        using var script = new NodesScript(storage.Options, seed, lessons: kills + 2);
        await script.BeginAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            try
            {
                await script.KillOneAsync(isPosting: kill % 2 == 1);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Kill {kill} of COHORTBOT_SEED={seed}; the programs had said:\n{script.Said}", exception);
            }
        }

        output.WriteLine($"{script.Hits} of the kills came while something was under way.");
        Assert.True(script.Hits > 0, "No kill came while something was under way: the moments are chosen badly.");
    }

    // A program over a new database, killed once on its way or not at all; it must come to be well, with everything that a first start makes.
    private async Task<TimeSpan> StartFreshAsync(TimeSpan? killAfter)
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-crash-").FullName;
        try
        {
            await using var storage = await TestStorage.CreateEmptyAsync();
            using var program = new KilledProgram(folder, CrashScript.SettingsFor(storage.Options, Path.Combine(Repository.Root, "lessons"), Path.Combine(Repository.Root, "prompts")));
            program.Start();
            if (killAfter is { } after)
            {
                await Task.Delay(after);
                program.Kill();
                output.WriteLine($"Killed after {after.TotalMilliseconds:0} ms.");
                program.Start();
            }

            var ready = await program.WhenReadyAsync();
            new CrashLedger(storage.Options).CheckDemo();
            program.Kill();
            return ready;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A number from the environment.</summary>
    internal static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
