using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Calendar;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Lists what was changed about a cohort: when, who, what.</summary>
internal sealed class CohortHistoryCommand(AuditLog audit, MemberDirectory members, CohortStore cohorts) : ICommand
{
    private const int Most = 20; // about a screenful
    private const int LongestCell = 160;

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort history") { Needs = Role.Observer, Options = [new("count", OptionKind.Number)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var count = context.FindNumber("count") ?? Most;
        if (count is < 1 or > Most)
            throw new CommandException("cohorts.preview_range", ("count", count), ("most", Most));
        var cohort = (await cohorts.FindAsync(context.Workspace, context.GetCohort(), cancellationToken))!;
        var entries = await audit.ListAsync(context.Workspace, cohort.Id, count, cancellationToken);
        var names = (await members.ListAsync(context.Workspace, cancellationToken)).ToDictionary(member => member.Key.Value, member => member.Name, StringComparer.Ordinal);
        var zone = ZoneNames.Find(context.Member.Zone) ?? cohort.Zone;
        var rows = entries.Select(entry => Row(context.Wording, entry, names, zone));
        IReadOnlyList<string> header = ["cohorts.column_when", "cohorts.column_who", "cohorts.column_what", "cohorts.column_change"];
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "cohorts.history_title", ("cohort", cohort.Name)),
            new Table([.. header.Select(key => Run.Of(context.Wording.Say(key)))], [.. rows]),
        ]));
    }

    private static IReadOnlyList<IReadOnlyList<Run>> Row(Wording wording, AuditEntry entry, Dictionary<string, string> names, string zone) =>
    [
        Run.Of(wording.Say("cohorts.place_at", ("when", new LocalMoment(entry.At, zone)))),
        Run.Of(entry.Member == MemberKey.CohortBot ? "CohortBot" : names.GetValueOrDefault(entry.Member.Value) ?? wording.Say("cohorts.somebody_erased")),
        [new Run(entry.Action.Contains(' ', StringComparison.Ordinal) ? $"/{entry.Action}" : entry.Action, IsCode: true), new Run($" {names.GetValueOrDefault(entry.Subject, IsKey(entry.Subject) ? wording.Say("cohorts.somebody_erased") : entry.Subject)}")],
        Run.Of(Cut(Change(entry))),
    ];

    private static string Change(AuditEntry entry) => (entry.Before, entry.After) switch
    {
        (null, null) => "",
        (null, { } after) => after,
        ({ } before, null) => before,
        ({ } before, { } after) => $"{before} → {after}",
    };

    // Members' keys are 16 hexadecimal digits; one whose profile is gone must not be shown.
    private static bool IsKey(string subject) => subject.Length == 16 && subject.All(char.IsAsciiHexDigitLower);

    private static string Cut(string text) => text.Length <= LongestCell ? text : $"{text[..LongestCell]}…";
}
