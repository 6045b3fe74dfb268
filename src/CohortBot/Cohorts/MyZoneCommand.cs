using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Chooses the time zone in which times are told to a member.</summary>
internal sealed class MyZoneCommand(MemberDirectory members, TimeProvider time) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my zone") { Options = [new("zone", IsRequired: true)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var zone = ZoneNames.Read(context.Get("zone"));
        await members.ChooseZoneAsync(context.Member, zone, cancellationToken);
        return context.Say("cohorts.zone_chosen", ("zone", zone), ("now", new LocalMoment(time.GetUtcNow(), zone, ShowsOffset: true)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        Task.FromResult(CohortOptions.Suggest(context, option, CourseShelf.Empty));
}
