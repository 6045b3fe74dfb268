using System.Text;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Labs;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Web.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Privacy;

/// <summary>The whole program with its demo cohort on the local channel, in a folder that outlives it: it can be stopped and started again.</summary>
internal sealed class RunningCohort : IAsyncDisposable
{
    public static readonly LocalPerson Xanthippe = new() { Person = new PersonId("xquux"), Name = "Xanthippe Quuxworth", Locale = "en", Zone = "Europe/Berlin" };

    public static readonly Place Channel = new(WorkspaceId.Local, "careers-map");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-running-");
    private WebApplication? _program;

    public string Database => Path.Combine(_folder.FullName, "data", "cohortbot.db");

    public string Folder => _folder.FullName;

    public IServiceProvider Services => _program!.Services;

    /// <summary>The PostgreSQL database; empty where it is the file.</summary>
    public string ConnectionString { get; private init; } = "";

    public static async Task<RunningCohort> StartAsync(string connectionString = "")
    {
        var cohort = new RunningCohort { ConnectionString = connectionString };
        await cohort.StartAgainAsync();
        await cohort.Services.GetRequiredService<LocalStore>().AddPersonAsync(Xanthippe, CancellationToken.None);
        await cohort.Services.GetRequiredService<ClockControl>().JumpToNextLessonAsync(CancellationToken.None);
        return cohort;
    }

    public WebApplication Build() => CohortBotHost.Build("http://127.0.0.1:0", builder =>
    {
        builder.Configuration["Storage:File"] = Database;
        builder.Configuration["Storage:ConnectionString"] = ConnectionString;
        builder.Configuration["Courses:LessonsFolder"] = Path.Combine(Repository.Root, "lessons");
        builder.Configuration["Courses:PromptsFolder"] = Path.Combine(Repository.Root, "prompts");
        builder.Configuration["Labs:GatherSeconds"] = "0";
        builder.Configuration["Advisor:OfflinePieceMilliseconds"] = "0";
    });

    public async Task StartAgainAsync()
    {
        _program = Build();
        await _program.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_program is not { } program)
            return;
        _program = null;
        await program.StopAsync();
        await program.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public Task<Reply> RunAsync(LocalPerson person, string line, Place? place = null) => Services.GetRequiredService<IInteractions>().RunAsync(
        new CommandCall { User = person.Person.User, UserName = person.Name, Place = place ?? Channel, Line = line, Locale = person.Locale }, CancellationToken.None);

    /// <summary>The first button of what a line answers is pressed.</summary>
    public async Task<Reply> ConfirmAsync(LocalPerson person, string line) => await RunAsync(person, Words.Actions((await RunAsync(person, line)).Document)[0]);

    /// <summary>A person takes part in the lab of the first lesson and says something, answered each time.</summary>
    public async Task<Place> TalkAsync(LocalPerson person, params string[] words)
    {
        await RunAsync(person, "my join");
        var thread = (await RunAsync(person, "lab start")).GoTo!.Value;
        foreach (var said in words)
        {
            Assert.NotNull(await Services.GetRequiredService<LocalChannel>().WriteAsync(person, thread, said, CancellationToken.None));
            await Services.GetRequiredService<LabLanes>().WhenIdleAsync(CancellationToken.None);
        }

        return thread;
    }

    public Task<long> CountAsync(string what) => Services.GetRequiredService<Database>().ReadAsync(
        session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {what}"), CancellationToken.None);

    /// <summary>The files of the database's folder in whose bytes a text stands, in any of the forms in which it is stored.</summary>
    public IReadOnlyList<string> FilesWith(string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        return
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(Database)!).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Where(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return forms.Any(form => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(form) >= 0);
            }).Select(file => Path.GetFileName(file)!),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }
}
