using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Creates a cohort: first shows its calendar, then makes it.</summary>
internal sealed class CohortCreateCommand(
    ICourseLibrary library, ChannelFinder channels, CohortCreation creation, DraftReplies replies, TimeProvider time) : ICommand
{
    private const int LongestName = 80; // fits into a heading and a thread's name on every platform

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort create")
    {
        Needs = Role.Owner,
        Options =
        [
            new("course", IsRequired: true), new("plan", IsRequired: true), new("zone"), new("start"), new("name"), new("channel", OptionKind.Channel),
            new("staff", OptionKind.Channel), new("holidays"), new("grace", OptionKind.Number), new("gate") { Choices = ["date", "lab", "facilitator"] },
            new("threads") { Choices = ["own", "shared"] }, new("language") { Choices = ["en", "de"] }, CohortOptions.Confirm,
        ],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = await ReadAsync(context, cancellationToken);
        if (context.Find("confirm") is not { } confirmed)
            return await replies.ReplyAsync(context, Spec, await creation.ShowAsync(wanted, cancellationToken), cancellationToken);
        var draft = await creation.CreateAsync(wanted, context.Member.Key, confirmed, cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        option is "channel" or "staff"
            ? await channels.SuggestAsync(context.Workspace, cancellationToken)
            : CohortOptions.Suggest(context, option, library.Shelf);

    private async Task<NewCohort> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The plan first: typed without quotes, its words have gone to the wrong options, and that is what the person must hear.
        var plan = PostingPlan.Read(context.Get("plan"));
        var course = CohortInput.ReadCourse(context.Get("course"), library.Shelf);
        var zone = CohortInput.FindZone(context) ?? ZoneNames.Find(context.Member.Zone) ?? throw new CommandException("cohorts.zone_needed");
        var channel = await channels.FindAsync(context.Workspace, context.Find("channel") ?? context.Call.Place.Channel, cancellationToken);
        return new NewCohort
        {
            Name = ReadName(context.Find("name") ?? course.Title),
            Course = course,
            Channel = new Place(context.Workspace, channel),
            StaffChannel = context.Find("staff") is { } staff ? await channels.FindAsync(context.Workspace, staff, cancellationToken) : null,
            Plan = plan,
            Zone = zone,
            StartsOn = ReadStart(context, plan, CohortClock.Day(time.GetUtcNow(), zone)),
            HolidayCountry = CohortInput.FindCountry(context) is { } country and not CohortInput.None ? country : null,
            GraceMinutes = CohortInput.FindGrace(context) ?? NewCohort.UsualGraceMinutes,
            Gate = CohortInput.FindGate(context) ?? LessonGate.Date,
            ThreadMode = CohortInput.FindThreads(context) ?? LabThreadMode.Own,
            Locale = context.Find("language") is { } language ? Locale.Nearest(language) : context.Wording.Locale,
        };
    }

    private static DateOnly ReadStart(CommandContext context, PostingPlan plan, DateOnly today)
    {
        var start = CohortInput.FindStart(context, today) ?? today;
        if (!plan.From(start).Any())
            throw new CommandException("cohorts.plan_over", ("date", start));
        return plan is DatesPlan ? DateOnly.FromDateTime(plan.From(start).First()) : start;
    }

    private static string ReadName(string typed)
    {
        var name = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= LongestName ? name : throw new CommandException("cohorts.name_length", ("most", LongestName));
    }
}
