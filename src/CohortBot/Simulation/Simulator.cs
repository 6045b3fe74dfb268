using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Chat.Rendering;
using CohortBot.Courses.Reading;
using CohortBot.Simulation.Clock;
using CohortBot.Simulation.People;
using CohortBot.Simulation.Platform;
using CohortBot.Simulation.Program;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Simulation;

/// <summary>
/// Lets a whole cohort happen: the real program over a database of its own, on a clock that does not wait, with made-up people. It must be the only thing that its process does,
/// since it waits for the whole process to be calm.
/// </summary>
internal sealed class Simulator(SimulationRequest request, Action<IServiceCollection> addFeatures, string databaseFile)
{
    /// <summary>Runs on a thread of its own until the last week is over.</summary>
    /// <param name="moved">Is told of each hour on the way.</param>
    /// <returns>What is left: everything for a report.</returns>
    public Task<SimulatedCohort> RunAsync(Action<DateTimeOffset> moved)
    {
        var end = new TaskCompletionSource<SimulatedCohort>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                end.SetResult(Run(moved));
            }
            catch (Exception exception)
            {
                end.SetException(exception);
            }
        })
        { Name = "simulation", IsBackground = true };
        thread.Start();
        return end.Task;
    }

    private SimulatedCohort Run(Action<DateTimeOffset> moved)
    {
        var world = Build();
        var personas = PersonaDraw.Draw(request);
        var driver = new TimeDriver(world.Clock, world.Diary, new UnderWay(world));
        var facilitator = new FacilitatorLife(world);
        driver.Run(Task.Run(() => OpenAsync(world, personas)), moved);
        var status = Task.Run(facilitator.LiveAsync);
        Task[] lives = [status, Task.Run(new OperatorLife(world).LiveAsync), .. personas.Select(persona => Task.Run(new MemberLife(world, persona).LiveAsync))];
        var all = Task.WhenAll(lives);
        driver.Run(all, moved);
        all.GetAwaiter().GetResult();
        driver.Run(Task.Run(() => world.Program.StopAsync(CancellationToken.None)), moved);
        return new SimulatedCohort(world, status.Result);
    }

    private World Build()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.Zone);
        var clock = new SimulatedClock(Cohorts.Calendar.WallClock.Find(request.From.AddDays(-3).ToDateTime(new TimeOnly(7, 30)), zone).ToUniversalTime());
        var database = new Database(Options.Create(new StorageOptions { File = databaseFile }));
        var platform = new SimulatedPlatform(MessagePreview.Find(request.Platform)!, new PlatformWeather(clock));
        return new World
        {
            Request = request,
            Clock = clock,
            Diary = new Diary(clock),
            Database = database,
            Platform = platform,
            Program = new SimulatedProgram(database, clock, platform, new ProgramSetup(addFeatures, Settings())),
            Course = CourseReader.Read(request.Folders.Lessons, request.Folders.Prompts).Shelf.Find(request.Course)!,
        };
    }

    private Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Storage:File"] = databaseFile,
        ["Courses:LessonsFolder"] = request.Folders.Lessons,
        ["Courses:PromptsFolder"] = request.Folders.Prompts,
        ["Advisor:OfflinePieceMilliseconds"] = "0",
        ["Local:Demo"] = "false",
    };

    private static async Task OpenAsync(World world, IReadOnlyList<Persona> personas)
    {
        await world.Program.StartAsync(CancellationToken.None);
        var store = world.Program.Get<LocalStore>();
        await world.Program.Get<WorkspaceStore>().AddAsync(WorkspaceId.Local, "CohortBot", CancellationToken.None);
        await store.AddChannelAsync(new LocalChannelInfo { Channel = World.Channel, Name = World.Channel }, CancellationToken.None);
        await store.AddChannelAsync(new LocalChannelInfo { Channel = World.StaffChannel, Name = World.StaffChannel, IsStaff = true }, CancellationToken.None);
        var frida = await MeetAsync(world, FacilitatorLife.Account(world.Request));
        await world.Program.Get<RoleStore>().GiveAsync(WorkspaceId.Local, CohortId.Workspace, frida.Key, Role.Owner, CancellationToken.None);
        foreach (var persona in personas)
            await MeetAsync(world, persona.Account);
    }

    private static async Task<Member> MeetAsync(World world, LocalPerson person)
    {
        await world.Program.Get<LocalStore>().AddPersonAsync(person, CancellationToken.None);
        return await world.Program.Get<MemberDirectory>().MeetAsync(new ChatUser(person.Person.User, person.Name, person.Zone, person.Locale), CancellationToken.None);
    }
}
