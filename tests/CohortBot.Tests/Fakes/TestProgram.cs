using Microsoft.AspNetCore.Builder;

namespace CohortBot.Tests.Fakes;

/// <summary>The whole program on a free loopback port, with a database of its own.</summary>
internal sealed class TestProgram : IDisposable
{
    private readonly TestStorage _storage = TestStorage.CreateAsync().GetAwaiter().GetResult();

    private TestProgram(Action<WebApplicationBuilder>? change)
    {
        Application = CohortBotHost.Build("http://127.0.0.1:0", builder =>
        {
            builder.Configuration["Storage:File"] = _storage.Options.File;
            builder.Configuration["Storage:ConnectionString"] = _storage.Options.ConnectionString;
            builder.Configuration["Courses:LessonsFolder"] = Path.Combine(Repository.Root, "lessons");
            builder.Configuration["Courses:PromptsFolder"] = Path.Combine(Repository.Root, "prompts");
            builder.Configuration["Advisor:Provider"] = "Offline"; // whatever whoever runs the tests keeps in their own settings
            change?.Invoke(builder);
        });
    }

    public WebApplication Application { get; }

    public IServiceProvider Services => Application.Services;

    public static TestProgram Create(Action<WebApplicationBuilder>? change = null) => new(change);

    public void Dispose()
    {
        ((IDisposable)Application).Dispose();
        _storage.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
