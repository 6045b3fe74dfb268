using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Exchanges;

/// <summary><c>/lab why</c>: each message of the member's in a lab, whether it counted, and why not.</summary>
internal sealed class LabWhyCommand(LabVerdicts verdicts, CohortStore cohorts, ICourseLibrary library) : ICommand
{
    private const int MostMessages = 30; // as many as a person reads; the newest
    private const int LongestExcerpt = 60;

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab why") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (cohort, course) = await FindAsync(context, cancellationToken);
        var named = context.Find("lab")
            ?? (await verdicts.FindLabAsync(context.Call.Place, cohort.Id, context.Member.Key, cancellationToken))?.Value
            ?? throw new CommandException("exchanges.no_lab");
        var lab = LabNames.Get(course, named).Lab!;
        var messages = await verdicts.ListAsync(context.Workspace, cohort.Id, lab.Id, context.Member.Key, cancellationToken);
        return new Reply(Show(lab, messages, context.Wording, context.Member.Zone ?? cohort.Zone));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        LabNames.Suggest((await FindAsync(context, cancellationToken)).Course);

    private async Task<(Cohort Cohort, Course Course)> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken) ?? throw new CommandException("commands.no_cohort_here");
        return (cohort, library.Shelf.Find(cohort.Course) ?? throw new CommandException("exchanges.no_course"));
    }

    private static Document Show(Lab lab, IReadOnlyList<LabMessageVerdict> messages, Wording wording, string zone)
    {
        var count = messages.Select(message => message.Exchange).DefaultIfEmpty(0).Max();
        List<Block> blocks =
        [
            new Heading(2, Run.Of(lab.Title)),
            wording.Paragraph("exchanges.so_far", ("count", count), ("minimum", lab.MinimumExchanges)),
        ];
        if (messages.Count > MostMessages)
            blocks.Add(wording.Note("exchanges.earlier", ("count", messages.Count - MostMessages)));
        if (messages.Count > 0)
            blocks.Add(new Bullets(IsNumbered: false, [.. messages.TakeLast(MostMessages).Select(message => new BulletItem(Line(message, wording, zone), []))]));
        blocks.Add(wording.Note("exchanges.rule"));
        return new Document(blocks);
    }

    private static IReadOnlyList<Run> Line(LabMessageVerdict message, Wording wording, string zone)
    {
        var at = wording.Say("exchanges.at", ("at", new LocalMoment(message.SentAt, zone)));
        var words = message.Text?.ReplaceLineEndings(" ").Trim() ?? wording.Say("exchanges.deleted");
        var excerpt = words.Length <= LongestExcerpt ? words : $"{words[..LongestExcerpt]}…";
        return [new Run($"{at} · "), new Run(excerpt, IsItalic: true), new Run(" · "), .. wording.Runs(message.TextKey, ("exchange", message.Exchange), ("when", new LocalMoment(message.HeldUntil ?? default, zone)))];
    }
}
