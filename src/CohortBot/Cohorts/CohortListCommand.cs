using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Lists the cohorts that the caller may look at.</summary>
internal sealed class CohortListCommand(Database database) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort list") { Needs = Role.Observer };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cohorts = await database.ReadAsync(session => ListAsync(session, context), cancellationToken);
        if (cohorts.Count == 0)
            return context.Say("cohorts.list_empty");
        IReadOnlyList<string> header = ["cohorts.column_cohort", "cohorts.column_state", "cohorts.column_members", "cohorts.column_next"];
        return new Reply(new Document(
        [
            new Table([.. header.Select(key => Run.Of(context.Wording.Say(key)))], [.. cohorts.Select(cohort => Row(context.Wording, cohort))]),
        ]));
    }

    private static async Task<IReadOnlyList<Listed>> ListAsync(Session session, CommandContext context)
    {
        var cohorts = await session.QueryAsync<Listed>(
            """
            SELECT id, name, course, state, zone,
                (SELECT COUNT(*) FROM enrolments AS e WHERE e.workspace = c.workspace AND e.cohort = c.id AND e.left_at IS NULL) AS members,
                (SELECT MIN(due_at) FROM lesson_slots AS s WHERE s.workspace = c.workspace AND s.cohort = c.id AND s.state = @planned) AS next_at
            FROM cohorts AS c WHERE workspace = @Workspace ORDER BY closed_at IS NOT NULL, id DESC
            """,
            new { context.Workspace, planned = nameof(SlotState.Planned) });
        List<Listed> allowed = [];
        foreach (var cohort in cohorts)
        {
            if (await RoleStore.FindAsync(session, context.Workspace, cohort.Id, context.Member.Key) >= Role.Observer)
                allowed.Add(cohort);
        }

        return allowed;
    }

    private static IReadOnlyList<IReadOnlyList<Run>> Row(Wording wording, Listed cohort) =>
    [
        Run.Of($"{cohort.Id}. {cohort.Name} ({cohort.Course})"),
        Run.Of(wording.Say($"cohorts.state_{cohort.State}")),
        Run.Of(wording.Say("cohorts.number", ("number", cohort.Members))),
        Run.Of(cohort is { State: CohortState.Running, NextAt: { } next }
            ? wording.Say("cohorts.place_at", ("when", new LocalMoment(next, cohort.Zone, ShowsOffset: true)))
            : "–"),
    ];

    private sealed record Listed
    {
        public required CohortId Id { get; init; }

        public required string Name { get; init; }

        public required string Course { get; init; }

        public required CohortState State { get; init; }

        public required string Zone { get; init; }

        public required long Members { get; init; }

        public DateTimeOffset? NextAt { get; init; }
    }
}
