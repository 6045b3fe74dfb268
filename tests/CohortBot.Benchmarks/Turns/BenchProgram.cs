using CohortBot.Chat;
using CohortBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Benchmarks.Turns;

/// <summary>
/// The whole program as it is shipped, with a database on disk, and two stand-ins: the platform and the model. The offline advisor, the demo and the
/// local page are off; members' messages are not gathered, so that a turn begins at once.
/// </summary>
internal sealed class BenchProgram : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cohortbot-bench-").FullName;

    public BenchProgram(IReadOnlyDictionary<string, string?> settings) =>
        Application = CohortBotHost.Build("http://127.0.0.1:0", builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("Storage:File", Path.Combine(_folder, "bench.db")),
                new("Courses:LessonsFolder", Path.Combine(AppContext.BaseDirectory, "lessons")),
                new("Courses:PromptsFolder", Path.Combine(AppContext.BaseDirectory, "prompts")),
                new("Labs:GatherSeconds", "0"),
                new("Labs:AtOnce", "200"),
                new("Local:Enabled", "false"),
                new("Logging:LogLevel:Default", "Warning"),
                new("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "Error"), // the stand-in has no price
                .. settings,
            ]);
            builder.Services.AddSingleton<IChat>(Chat).AddSingleton<IChatClient>(Model);
        });

    public WebApplication Application { get; }

    public InstantChat Chat { get; } = new();

    public InstantModel Model { get; } = new();

    public T Get<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    /// <summary>Makes the tables, so that they can be filled before the program starts.</summary>
    public Task MigrateAsync() => Get<Migrator>().MigrateAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Application.StopAsync();
        await Application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
