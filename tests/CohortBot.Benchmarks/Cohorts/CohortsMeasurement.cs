using System.Diagnostics;
using CohortBot.Access;
using CohortBot.Benchmarks.Measuring;
using CohortBot.Benchmarks.Turns;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Courses;
using CohortBot.Lessons;

namespace CohortBot.Benchmarks.Cohorts;

/// <summary>Many cohorts in one program: making them as a facilitator does, the preview of one, and what they add in memory.</summary>
internal static class CohortsMeasurement
{
    private const int AtOnce = 64;
    private const int Previews = 500;

    public static async Task RunAsync(BenchmarkArguments arguments)
    {
        var count = arguments.Number("cohorts", 10_000);
        await using var program = new BenchProgram(arguments.Settings);
        await program.Application.StartAsync();
        await program.Get<WorkspaceStore>().AddAsync(Crowd.Workspace, "Load", CancellationToken.None);
        var facilitator = await program.Get<MemberDirectory>().MeetAsync(new ChatUser(new UserRef(Crowd.Workspace, "f"), "Frida"), CancellationToken.None);
        await program.Get<RoleStore>().GiveAsync(Crowd.Workspace, CohortId.Workspace, facilitator.Key, Role.Owner, CancellationToken.None);
        await MakeAsync(program, facilitator, 0, 100);
        await PreviewAsync(program, 100, Previews);
        var before = Held();
        var watch = Stopwatch.StartNew();
        await MakeAsync(program, facilitator, 100, count + 100);
        Console.WriteLine($"{count} cohorts made in {watch.Elapsed.TotalSeconds:F1} s, each with calendar, alarms, welcome and audit");
        var preview = await PreviewAsync(program, count, Previews);
        Console.WriteLine($"memory that they hold: {(Held() - before) / 1024.0 / count:F2} KB a cohort");
        Console.WriteLine("                                      p50      p95      p99    worst");
        Console.WriteLine($"/cohort preview of one, ms       {preview}");
        watch.Restart();
        await program.Get<LessonCatchUp>().CatchUpAsync(CancellationToken.None);
        Console.WriteLine($"the catch-up's look at all calendars: {watch.Elapsed.TotalMilliseconds:F1} ms");
    }

    private static async Task MakeAsync(BenchProgram program, Member facilitator, int from, int to)
    {
        var course = program.Get<ICourseLibrary>().Shelf.Courses[0];
        var creation = program.Get<CohortCreation>();
        await Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellationToken) =>
            await creation.CreateAsync(
                new NewCohort
                {
                    Name = $"Cohort {number}",
                    Course = course,
                    Channel = new Place(Crowd.Workspace, $"c{number}"),
                    Plan = PostingPlan.Read("mon,thu 09:00"),
                    Zone = "Europe/Berlin",
                    StartsOn = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)),
                },
                facilitator.Key,
                confirmed: null,
                cancellationToken));
    }

    private static async Task<Percentiles> PreviewAsync(BenchProgram program, int cohorts, int times)
    {
        var interactions = program.Get<IInteractions>();
        var took = new Percentiles();
        for (var time = 0; time < times; time++)
        {
            var watch = Stopwatch.StartNew();
            var reply = await interactions.RunAsync(
                new CommandCall
                {
                    User = new UserRef(Crowd.Workspace, "f"),
                    UserName = "Frida",
                    Place = new Place(Crowd.Workspace, $"c{time * 37 % cohorts}"),
                    Line = "cohort preview",
                },
                CancellationToken.None);
            took.Add(watch.Elapsed);
            if (!reply.Document.Blocks.OfType<Chat.Documents.Table>().Any())
                throw new InvalidOperationException("The preview shows no calendar.");
        }

        return took;
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
