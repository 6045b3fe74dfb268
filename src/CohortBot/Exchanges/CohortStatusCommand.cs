using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Exchanges;

/// <summary><c>/cohort status</c>: members × labs, from the same ledger that <c>/lab why</c> reads.</summary>
internal sealed class CohortStatusCommand(
    LabProgress progress, CohortStore cohorts, EnrolmentStore enrolments, MemberDirectory members, ICourseLibrary library) : ICommand
{
    private const int MostTitles = 3; // more columns than that are numbered and explained below

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort status") { Needs = Role.Observer };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken) ?? throw new CommandException("commands.no_cohort_here");
        var course = library.Shelf.Find(cohort.Course) ?? throw new CommandException("exchanges.no_course");
        var enrolled = (await enrolments.ListAsync(context.Workspace, cohort.Id, cancellationToken)).ToHashSet();
        var people = (await members.ListAsync(context.Workspace, cancellationToken)).Where(member => enrolled.Contains(member.Key)).ToList();
        if (people.Count == 0)
            return context.Say("exchanges.nobody", ("cohort", cohort.Name));
        var standings = (await progress.ListAsync(context.Workspace, cohort.Id, cancellationToken)).ToDictionary(standing => (standing.Member, standing.Lab));
        return new Reply(Show(cohort, [.. LabNames.WithLab(course).Select(lesson => lesson.Lab!)], new Grid(people, standings), context.Wording));
    }

    private static Document Show(Cohort cohort, IReadOnlyList<Lab> labs, Grid grid, Wording wording)
    {
        var done = grid.People.Sum(member => labs.Count(lab => grid.Find(member, lab) is { IsComplete: true }));
        List<Block> blocks =
        [
            wording.Heading(2, "exchanges.status_title", ("cohort", cohort.Name)),
            wording.Paragraph("exchanges.status_sum", ("members", grid.People.Count), ("done", done), ("all", grid.People.Count * labs.Count)),
            new Table(
                [Run.Of(wording.Say("exchanges.member")), .. labs.Select((lab, index) => Run.Of(labs.Count <= MostTitles ? lab.Title : wording.Say("exchanges.lab_number", ("number", index + 1))))],
                [.. grid.People.Select(member => Row(member, labs, grid, wording))]),
        ];
        if (labs.Count > MostTitles)
            blocks.Add(new Bullets(IsNumbered: true, [.. labs.Select(lab => new BulletItem(Run.Of(lab.Title), []))]));
        return new Document(blocks);
    }

    private static IReadOnlyList<IReadOnlyList<Run>> Row(Member member, IReadOnlyList<Lab> labs, Grid grid, Wording wording) =>
        [Run.Of(member.Name), .. labs.Select(lab => Run.Of(Cell(grid.Find(member, lab), lab, wording)))];

    private static string Cell(LabStanding? standing, Lab lab, Wording wording) => standing switch
    {
        null => "–",
        { IsComplete: true } => wording.Say("exchanges.cell_done", ("count", standing.Exchanges)),
        _ => wording.Say("exchanges.cell_open", ("count", standing.Exchanges), ("minimum", lab.MinimumExchanges)),
    };

    private sealed record Grid(IReadOnlyList<Member> People, IReadOnlyDictionary<(MemberKey, LabId), LabStanding> Standings)
    {
        public LabStanding? Find(Member member, Lab lab) => Standings.GetValueOrDefault((member.Key, lab.Id));
    }
}
