using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts.Changes;
using CohortBot.Cohorts.Members;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Lets people into a cohort, or takes them out: one result a person, and each who is let in is told what comes next.</summary>
internal sealed class CohortEnrolCommand(PersonFinder people, CohortMembers members, CohortChanges changes, Outbox outbox, TextCatalogue texts) : ICommand
{
    private static readonly char[] Separators = [',', ';', '\n'];

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort enrol")
    {
        Needs = Role.Assistant,
        Options = [new("person", OptionKind.Person, IsRequired: true), new("change") { Choices = ["add", "remove"] }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var facts = await changes.FindAsync(context.Workspace, context.GetCohort(), cancellationToken);
        facts.Cohort.RefuseClosed();
        var isRemoved = string.Equals(context.Find("change"), "remove", StringComparison.OrdinalIgnoreCase);
        List<BulletItem> results = [];
        foreach (var typed in context.Get("person").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            results.Add(new BulletItem(await OneAsync(context, facts, typed, isRemoved, cancellationToken), []));
        return new Reply(new Document([new Bullets(IsNumbered: false, results)]));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        option == "person" ? await people.SuggestAsync(context.Workspace, cancellationToken) : [];

    // One name that is wrong does not keep the others out.
    private async Task<IReadOnlyList<Run>> OneAsync(
        CommandContext context, CohortFacts facts, string typed, bool isRemoved, CancellationToken cancellationToken)
    {
        try
        {
            var member = await people.FindAsync(context.Workspace, typed, cancellationToken);
            var by = (context.Member.Key, Spec.Path);
            if (isRemoved)
                return context.Wording.Runs(await members.LeaveAsync(member, facts.Cohort.Id, by, cancellationToken) ? "cohorts.enrol_Left" : "cohorts.enrol_NotIn", ("person", member.Name));
            var joining = await members.JoinAsync(member, facts.Cohort.Id, by, cancellationToken);
            if (joining != Joining.Already)
                await TellAsync(facts, member, joining, cancellationToken);
            return context.Wording.Runs($"cohorts.enrol_{joining}", ("person", member.Name));
        }
        catch (CommandException exception)
        {
            return context.Wording.Runs(exception.Key, exception.Values);
        }
    }

    private Task<IReadOnlyList<MessageRef>> TellAsync(CohortFacts facts, Member member, Joining joining, CancellationToken cancellationToken) =>
        outbox.SendNowAsync(
            new OutboxMessage
            {
                // Who is taken out and let in again is told again.
                Key = new OutboxKey(member.Workspace, $"enrolled/{facts.Cohort.Id}/{member.Key}", facts.Now.ToUnixTimeSeconds()),
                Place = facts.Cohort.Place,
                To = member.User,
                Document = JoinAnswers.Make(texts.In(member.Locale ?? facts.Cohort.Locale), facts, member, joining),
            },
            cancellationToken);
}
