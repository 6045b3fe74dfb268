using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Web.Demo;

/// <summary>
/// What a newcomer finds at the first start: two channels with a cohort each, a facilitator and four members. Everything is made by the same
/// commands that a facilitator types; where any cohort exists already, nothing is made. A first start that was cut short is finished at the next.
/// </summary>
internal sealed partial class DemoCohort(DemoMark mark, LocalStore store, DemoPeople people, IInteractions interactions, ILogger<DemoCohort> logger) : IHostedService
{
    private const string StaffChannel = "facilitators";

    private static readonly DemoCourse[] Courses =
    [
        new("ai-careers-map", "careers-map", "AI careers map", "mon,thu 09:00", [DemoPeople.Amina, DemoPeople.Ben, DemoPeople.Chiara, DemoPeople.Jonas]),
        new("ai-career-roadmap", "roadmap", "AI career roadmap", "tue 09:00", [DemoPeople.Amina, DemoPeople.Ben]),
    ];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await mark.IsToBeMadeAsync(cancellationToken))
            return;
        await SeedAsync(cancellationToken);
        await mark.NoteMadeAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Twice is once.
    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await store.AddChannelAsync(new LocalChannelInfo { Channel = StaffChannel, Name = StaffChannel, IsStaff = true }, cancellationToken);
        await people.AddAsync(cancellationToken);
        foreach (var course in Courses)
        {
            await store.AddChannelAsync(new LocalChannelInfo { Channel = course.Channel, Name = course.Channel, IsStaff = false }, cancellationToken);
            await OpenAsync(course, cancellationToken);
        }

        LogSeeded(Courses.Length);
    }

    private async Task OpenAsync(DemoCourse course, CancellationToken cancellationToken)
    {
        if (await mark.HasCohortAsync(course.Channel, cancellationToken) || await CreateAsync(course, cancellationToken))
        {
            foreach (var member in course.Members)
                await RunAsync(member, course.Channel, "my join", cancellationToken);
        }
    }

    private async Task<bool> CreateAsync(DemoCourse course, CancellationToken cancellationToken)
    {
        var create = $"cohort create course:{course.Id} plan:\"{course.Plan}\" zone:{DemoPeople.Zone} name:\"{course.Name}\" staff:{StaffChannel}";
        var shown = await RunAsync(DemoPeople.Frida, course.Channel, create, cancellationToken);
        var confirm = shown.Document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons).FirstOrDefault(button => button.Action.Contains("confirm", StringComparison.Ordinal));
        if (confirm is null)
        {
            LogLeftOut(course.Id); // somebody's own lessons folder need not hold the shipped courses
            return false;
        }

        await RunAsync(DemoPeople.Frida, course.Channel, confirm.Action, cancellationToken);
        return true;
    }

    private Task<Reply> RunAsync(LocalPerson person, string channel, string line, CancellationToken cancellationToken) =>
        interactions.RunAsync(
            new CommandCall
            {
                User = new UserRef(WorkspaceId.Local, person.Person.Value),
                UserName = person.Name,
                Place = new Place(WorkspaceId.Local, channel),
                Line = line,
                Locale = person.Locale,
            },
            cancellationToken);

    [LoggerMessage(4001, LogLevel.Information, "Made a demo with {Count} cohorts for the first start.")]
    private partial void LogSeeded(int count);

    [LoggerMessage(4002, LogLevel.Warning, "The demo leaves out the course {Course}: there is none, or it cannot be used.")]
    private partial void LogLeftOut(string course);

    private sealed record DemoCourse(string Id, string Channel, string Name, string Plan, IReadOnlyList<LocalPerson> Members);
}
