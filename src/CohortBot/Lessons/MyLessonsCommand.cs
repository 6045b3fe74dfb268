using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Lessons;

/// <summary>A member's lessons: done, open, or when they open, in words.</summary>
internal sealed class MyLessonsCommand(LessonChooser chooser, LessonAccess access) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my lessons");

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await chooser.FindCohortAsync(context, cancellationToken);
        var standings = await access.ListAsync(cohort, context.Member.Key, cancellationToken);
        if (standings.Count == 0)
            return context.Say("lessons.none");
        var items = standings.Select(standing => new BulletItem([new Run($"{standing.Lesson.Number}. {standing.Lesson.Title}: ", IsBold: true), new Run(Say(context, cohort, standing))], []));
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "lessons.title", ("cohort", cohort.Name)),
            new Bullets(IsNumbered: false, [.. items]),
            .. Buttons(context.Wording, cohort, standings),
        ]));
    }

    /// <summary>How a lesson stands, in words, with times in the member's own zone.</summary>
    public static string Say(CommandContext context, Cohort cohort, LessonStanding standing)
    {
        return standing switch
        {
            { IsDone: true } => context.Wording.Say("lessons.is_done"),
            { Barrier: null } => context.Wording.Say("lessons.is_open"),
            { Barrier: Barrier.Date { OpensAt: { } opens } } => SayOpens(context, cohort, opens),
            { Barrier: Barrier.Date } => context.Wording.Say("lessons.no_date"),
            { Barrier: Barrier.EarlierLab earlier } => context.Wording.Say("lessons.opens_after_lab", ("lab", earlier.Lab.Title)),
            { Barrier: Barrier.LeftOut } => context.Wording.Say("lessons.left_out"),
            _ => context.Wording.Say("lessons.opens_by_hand"),
        };
    }

    private static string SayOpens(CommandContext context, Cohort cohort, DateTimeOffset opens) => context.Member.Zone is { } zone
        ? context.Wording.Say("lessons.opens_at", ("when", new LocalMoment(opens, zone)))
        : context.Wording.Say("lessons.opens_at_cohort", ("when", new LocalMoment(opens, cohort.Zone)), ("zone", cohort.Zone));

    private static IEnumerable<Block> Buttons(Wording wording, Cohort cohort, IReadOnlyList<LessonStanding> standings)
    {
        var open = standings.Where(standing => standing.IsOpen).TakeLast(5).ToList(); // five buttons in a row (Discord)
        if (open.Count > 0)
            yield return new ButtonRow([.. open.Select(standing => new Button(wording.Say("lessons.read_number", ("number", standing.Lesson.Number)), $"my lesson number:{standing.Lesson.Number} cohort:{cohort.Id}"))]);
    }
}
