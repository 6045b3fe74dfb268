using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Cohorts;

/// <summary>
/// Gives a role in a cohort or the whole workspace. Owners give every role; a facilitator gives assistant, observer and member in a cohort of
/// their own, to people who are not above that.
/// </summary>
internal sealed class CohortRoleCommand(PersonFinder people, RoleStore roles, AuditLog audit, Database database) : ICommand
{
    private const string WholeWorkspace = "workspace";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort role")
    {
        Needs = Role.Facilitator,
        Options =
        [
            new("person", OptionKind.Person, IsRequired: true),
            new("role", IsRequired: true) { Choices = [.. Enum.GetValues<Role>().Select(role => role.ToString().ToLowerInvariant())] },
            new("where") { Choices = ["cohort", WholeWorkspace] },
        ],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var role = Enum.Parse<Role>(context.Get("role"), ignoreCase: true);
        var isWhole = string.Equals(context.Find("where"), WholeWorkspace, StringComparison.OrdinalIgnoreCase);
        if (role == Role.Owner && !isWhole)
            throw new CommandException("cohorts.owner_is_of_workspace");
        var where = isWhole ? CohortId.Workspace : context.GetCohort();
        var member = await people.FindAsync(context.Workspace, context.Get("person"), cancellationToken);
        await database.WriteAsync(session => GiveAsync(session, context, (where, role), member), cancellationToken);
        return context.Say(
            isWhole ? "cohorts.role_given_everywhere" : "cohorts.role_given",
            ("person", member.Name), ("role", context.Wording.Say($"role.{role}")));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        option == "person" ? await people.SuggestAsync(context.Workspace, cancellationToken) : [];

    private async Task GiveAsync(Session session, CommandContext context, (CohortId Where, Role Role) given, Member member)
    {
        var workspace = context.Workspace;
        var isOwner = await RoleStore.FindAsync(session, workspace, CohortId.Workspace, context.Member.Key) == Role.Owner;
        var before = await RoleStore.FindAsync(session, workspace, given.Where, member.Key);
        if (!isOwner && (given.Where == CohortId.Workspace || given.Role >= Role.Facilitator || before >= Role.Facilitator))
            throw new CommandException("cohorts.role_too_high");
        if (given.Where == CohortId.Workspace && before == Role.Owner && given.Role != Role.Owner && await OwnersAsync(session, workspace) == 1)
            throw new CommandException("cohorts.last_owner", ("person", member.Name));
        if (await CohortStore.FindAsync(session, workspace, given.Where) is { } cohort)
            cohort.RefuseClosed();
        await roles.GiveAsync(session, workspace, given.Where, member.Key, given.Role);
        await audit.WriteAsync(session, workspace, given.Where, context.Member.Key, new AuditChange(Spec.Path, member.Key.Value, before.ToString(), given.Role.ToString()));
    }

    private static Task<long> OwnersAsync(Session session, WorkspaceId workspace) =>
        session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM roles WHERE workspace = @workspace AND cohort = 0 AND role = @owner", new { workspace, owner = nameof(Role.Owner) });
}
