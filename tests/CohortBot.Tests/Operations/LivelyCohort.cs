using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Labs;
using CohortBot.Tests.Fakes;
using CohortBot.Web.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CohortBot.Tests.Operations;

/// <summary>
/// The whole program with its demo cohort, a platform and a model that fail now and then with planted words in their exceptions, and a member whose name, words,
/// edits, card and typing are planted too.
/// </summary>
internal sealed class LivelyCohort : IAsyncDisposable
{
    private static readonly Place Channel = new(WorkspaceId.Local, "careers-map");

    private readonly TestProgram _program;
    private readonly PlantedWords _planted;
    private readonly LocalPerson _member;
    private int _lastMessage;

    private LivelyCohort(TestProgram program, PlantedWords planted)
    {
        (_program, _planted) = (program, planted);
        _member = new LocalPerson { Person = new PersonId("nasty"), Name = planted.Name, Locale = "en", Zone = "Europe/Berlin", TakesPrivateMessages = true };
    }

    public IServiceProvider Services => _program.Services;

    public static async Task<LivelyCohort> StartAsync(PlantedWords planted, Action<WebApplicationBuilder>? change = null)
    {
        var program = TestProgram.Create(builder =>
        {
            builder.Configuration["Labs:GatherSeconds"] = "0";
            builder.Configuration["Advisor:Retries"] = "0";
            builder.Configuration["Logging:LogLevel:Default"] = "Debug";
            builder.Services.Replace(ServiceDescriptor.Singleton<IChat>(provider => new NastyChat(provider.GetRequiredService<LocalChat>(), planted)));
            builder.Services.AddSingleton<IChatClient>(new NastyModel(planted));
            change?.Invoke(builder);
        });
        await program.Application.StartAsync();
        return new LivelyCohort(program, planted);
    }

    public async Task LiveAsync()
    {
        await Services.GetRequiredService<LocalStore>().AddPersonAsync(_member, CancellationToken.None);
        await RunAsync("my join");
        await Services.GetRequiredService<ClockControl>().JumpToNextLessonAsync(CancellationToken.None);
        await TypeAsync();
        var thread = (await RunAsync("lab start lab:fit-among-layers")).GoTo ?? throw new InvalidOperationException("No lab was opened.");
        for (var turn = 0; turn < 12; turn++)
            await SayAsync(thread, turn);
        await EditCardAsync(thread);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.Application.StopAsync();
        _program.Dispose();
    }

    private async Task SayAsync(Place thread, int turn)
    {
        var receiver = Services.GetRequiredService<LabInbox>();
        var message = Message(thread, $"{_planted.Said} number {turn}: I am a nurse and care for patients.");
        await receiver.ReceiveAsync(message, CancellationToken.None);
        await receiver.ReceiveEditAsync(message.Message, $"{_planted.Edited} number {turn}: I teach.", CancellationToken.None);
        if (turn % 5 == 4)
            await receiver.ReceiveDeletionAsync(message.Message, CancellationToken.None);
        await receiver.ReceiveAsync(Message(Channel, _planted.Said), CancellationToken.None);
        await Services.GetRequiredService<LabLanes>().WhenIdleAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    // What people type by mistake, or on purpose.
    private async Task TypeAsync()
    {
        foreach (var line in new[] { _planted.Typed, $"lab {_planted.Typed}", $"lab why {_planted.Typed}", $"cohort create name:\"{_planted.Typed}\"", $"my zone zone:{_planted.Typed}", $"lab start lab:{_planted.Typed}", $"broken {_planted.Typed}", $"my join \"{_planted.Typed}" })
            await RunAsync(line);
    }

    private async Task EditCardAsync(Place thread)
    {
        await RunAsync("lab finish", thread);
        var form = (await RunAsync("lab edit", thread)).Form;
        if (form is null)
            return;
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.IsLong ? _planted.Carded : field.Value, StringComparer.Ordinal);
        await RunAsync(form.Action, thread, filled);
        await RunAsync("lab share", thread);
        await RunAsync("lab download", thread);
    }

    private Task<Reply> RunAsync(string line, Place? place = null, IReadOnlyDictionary<string, string>? fields = null) =>
        Services.GetRequiredService<IInteractions>().RunAsync(
            new CommandCall
            {
                User = new UserRef(WorkspaceId.Local, "nasty"),
                UserName = _planted.Name,
                Place = place ?? Channel,
                Line = line,
                Fields = fields ?? new Dictionary<string, string>(StringComparer.Ordinal),
            },
            CancellationToken.None);

    private IncomingMessage Message(Place place, string text) => new()
    {
        Message = new MessageRef(place, $"nasty{++_lastMessage}"),
        Author = new UserRef(WorkspaceId.Local, "nasty"),
        AuthorName = _planted.Name,
        Text = text,
        SentAt = Services.GetRequiredService<TimeProvider>().GetUtcNow(),
    };
}
