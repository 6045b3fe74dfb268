using CohortBot.Advisors;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Providers;
using CohortBot.Budgets;
using CohortBot.Courses;
using CohortBot.Guides;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using CohortBot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>The advisor as the program registers it, with a provider on the loopback address behind it and a clock that a test moves.</summary>
internal sealed class ModelWorld : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-test";

    private readonly ServiceProvider _services;

    private ModelWorld(LoopbackProvider server, SteppingClock clock, ServiceProvider services) => (Server, Clock, _services) = (server, clock, services);

    public LoopbackProvider Server { get; }

    public SteppingClock Clock { get; }

    public RecordedLog Log => _services.GetRequiredService<RecordedLog>();

    public IAdvisor Advisor => Get<IAdvisor>();

    public static async Task<ModelWorld> StartAsync(ModelProvider provider, Action<AdvisorOptions>? options = null)
    {
        var (server, clock, log) = (await LoopbackProvider.StartAsync(), new SteppingClock(), new RecordedLog());
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton(log)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<TextCatalogue>()
            .AddSingleton<ICourseLibrary>(new ShippedCourses())
            .AddGuides()
            .AddSingleton<PriceTable>()
            .AddAdvisors()
            .AddSingleton(provider => new MeteredClient(provider.GetRequiredService<IChatClient>(), ledger: null!, NullLogger<MeteredClient>.Instance)) // nobody pays here
            .PostConfigure<AdvisorOptions>(settings => Connect(settings, provider, server))
            .PostConfigure(options ?? (_ => { }));
        return new ModelWorld(server, clock, services.BuildServiceProvider());
    }

    /// <summary>Points the settings at the server.</summary>
    public static void Connect(AdvisorOptions settings, ModelProvider provider, LoopbackProvider server)
    {
        (settings.Provider, settings.BaseUrl) = (provider, server.BaseUrl(provider));
        (settings.Model, settings.ApiKey, settings.Lookups) = ("loop-1", Key, false);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A member says something; what came of it. Time passes wherever the advisor waits for a short while.</summary>
    public async Task<ModelOutcome> SayAsync(string words = "I am a nurse.", CancellationToken cancellationToken = default)
    {
        var answer = ReadAsync(Conversation.In("fit-among-layers").Now(words), cancellationToken);
        await Clock.UntilAsync(answer);
        return await answer;
    }

    /// <summary>The same, while the test has time in its own hands.</summary>
    public async Task<ModelOutcome> ReadAsync(LabConversation talk, CancellationToken cancellationToken)
    {
        var (text, restarts, used) = ("", 0, (AdvisorPiece.Used?)null);
        try
        {
            await foreach (var piece in Advisor.AnswerAsync(talk, cancellationToken))
            {
                switch (piece)
                {
                    case AdvisorPiece.Words words:
                        text += words.Text;
                        break;
                    case AdvisorPiece.Restarted:
                        (text, restarts) = ("", restarts + 1);
                        break;
                    case AdvisorPiece.Used all:
                        used = all;
                        break;
                }
            }

            return new ModelOutcome(text, restarts, used, null);
        }
        catch (AdvisorException exception)
        {
            return new ModelOutcome(text, restarts, used, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Server.Faults);
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>What came of asking.</summary>
internal sealed record ModelOutcome(string Text, int Restarts, AdvisorPiece.Used? Used, AdvisorException? Exception)
{
    public ModelFault? Fault => (Exception?.InnerException as ModelException)?.Fault;
}
