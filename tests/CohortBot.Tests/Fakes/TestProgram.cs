using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace CohortBot.Tests.Fakes;

/// <summary>The whole program on a free loopback port, with a database in a folder of its own.</summary>
internal sealed class TestProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-program-").FullName;

    private TestProgram(Action<WebApplicationBuilder>? change)
    {
        Application = CohortBotHost.Build("http://127.0.0.1:0", builder =>
        {
            builder.Configuration["Storage:File"] = Path.Combine(_folder, "test.db");
            builder.Configuration["Courses:LessonsFolder"] = Path.Combine(Repository.Root, "lessons");
            builder.Configuration["Courses:PromptsFolder"] = Path.Combine(Repository.Root, "prompts");
            change?.Invoke(builder);
        });
    }

    public WebApplication Application { get; }

    public IServiceProvider Services => Application.Services;

    public static TestProgram Create(Action<WebApplicationBuilder>? change = null) => new(change);

    public void Dispose()
    {
        ((IDisposable)Application).Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
