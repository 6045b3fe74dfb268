using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Guides;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Guides;

/// <summary>The real router with <c>/career</c> and the shipped guides, or a shelf of the test's own; a member asks.</summary>
internal sealed class CareerWorld : IAsyncDisposable
{
    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;

    private CareerWorld(TestDatabase test, ICourseLibrary library)
    {
        _test = test;
        _services = test.AddTo(new ServiceCollection())
            .AddLogging()
            .AddSingleton<TimeProvider>(test.Clock)
            .AddSingleton<TextCatalogue>()
            .AddSingleton(library)
            .AddSingleton<ICohortScope, NoCohort>()
            .AddAccess()
            .AddCommands()
            .AddGuides()
            .BuildServiceProvider();
    }

    public static async Task<CareerWorld> StartAsync(ICourseLibrary? library = null)
    {
        var test = await TestDatabase.CreateAsync();
        await new WorkspaceStore(test.Database, test.Clock).AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
        return new CareerWorld(test, library ?? new ShippedCourses());
    }

    public Task<Reply> RunAsync(string line, string? locale = null) => Interactions.RunAsync(Call(line, locale), CancellationToken.None);

    public async Task<string> SayAsync(string line, string? locale = null) => Words.Of((await RunAsync(line, locale)).Document);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string line) => Interactions.SuggestAsync(Call(line, null), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _test.DisposeAsync();
    }

    private IInteractions Interactions => _services.GetRequiredService<IInteractions>();

    private static CommandCall Call(string line, string? locale) => new()
    {
        User = new UserRef(WorkspaceId.Local, "amina"),
        UserName = "Amina",
        Place = new Place(WorkspaceId.Local, "general"),
        Line = line,
        Locale = locale,
    };

    private sealed class NoCohort : ICohortScope
    {
        public Task<CohortId?> FindAsync(Place place, string? named, CancellationToken cancellationToken) => Task.FromResult<CohortId?>(null);
    }
}
