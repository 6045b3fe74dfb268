using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;
using CohortBot.Courses;

namespace CohortBot.Cohorts;

/// <summary>Changes when a cohort's lessons are posted, and what opens them.</summary>
internal sealed class CohortScheduleCommand(CohortChanges changes, DraftReplies replies, ICourseLibrary library) : ICommand
{
    private static readonly string[] Settings = ["plan", "zone", "start", "holidays", "grace", "gate"];

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort schedule")
    {
        Needs = Role.Facilitator,
        Options =
        [
            new("plan"), new("zone"), new("start"), new("holidays"), new("grace", OptionKind.Number),
            new("gate") { Choices = ["date", "lab", "facilitator"] }, CohortOptions.Confirm,
        ],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.GetCohort();
        if (!Settings.Any(setting => context.Find(setting) is not null))
            throw new CommandException("cohorts.schedule_empty");
        var draft = await changes.RunAsync(ChangeRequest.From(context, Spec, facts => Change(context, facts)), cancellationToken);
        return await replies.ReplyAsync(context, Spec, draft, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        Task.FromResult(CohortOptions.Suggest(context, option, library.Shelf));

    private static CohortFacts Change(CommandContext context, CohortFacts facts)
    {
        var cohort = facts.Cohort;
        var plan = CohortInput.FindPlan(context) ?? facts.Plan;
        var zone = CohortInput.FindZone(context) ?? cohort.Zone;
        var start = CohortInput.FindStart(context, CohortClock.Day(facts.Now, zone));
        var from = start ?? ReplanFrom(facts, plan, zone);
        if (!plan.From(from).Any())
            throw new CommandException("cohorts.plan_over", ("date", from));
        return facts with
        {
            Cohort = cohort with
            {
                Plan = plan.Text,
                Zone = zone,
                StartsOn = start is { } day && !facts.Slots.Any(slot => !facts.IsToCome(slot)) ? day : cohort.StartsOn,
                ReplanFrom = from,
                HolidayCountry = CohortInput.FindCountry(context) switch { null => cohort.HolidayCountry, CohortInput.None => null, var country => country },
                GraceMinutes = CohortInput.FindGrace(context) ?? cohort.GraceMinutes,
                Gate = CohortInput.FindGate(context) ?? cohort.Gate,
            },
        };
    }

    // A new plan counts from today (its interval must not be counted from a day that belonged to the old one) or from a start that is yet to come;
    // dates say themselves when they begin.
    private static DateOnly ReplanFrom(CohortFacts facts, PostingPlan plan, string zone)
    {
        if (plan.Text == facts.Cohort.Plan)
            return facts.Cohort.ReplanFrom;
        var today = CohortClock.Day(facts.Now, zone);
        return facts.Cohort.ReplanFrom > today && plan is not DatesPlan ? facts.Cohort.ReplanFrom : today;
    }
}
