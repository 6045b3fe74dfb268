using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Finds who is meant by <c>@amina</c>, a name, or the platform's own id or mention.</summary>
internal sealed class PersonFinder(MemberDirectory members, Chats chats)
{
    /// <summary>The person; one whom only the platform knows is met.</summary>
    /// <exception cref="CommandException">Nobody is, or several are.</exception>
    public async Task<Member> FindAsync(WorkspaceId workspace, string typed, CancellationToken cancellationToken)
    {
        var wanted = Bare(typed);
        var known = await members.ListAsync(workspace, cancellationToken);
        if (known.FirstOrDefault(member => Is(member.PlatformUser, wanted)) is { } byId)
            return byId;
        var named = known.Where(member => Is(member.Name, wanted)).ToList();
        if (named.Count > 1)
            throw new CommandException("cohorts.person_twice", ("person", wanted), ("ids", string.Join(", ", named.Select(member => $"@{member.PlatformUser}"))));
        if (named.Count == 1)
            return named[0];
        if (wanted.Length > 0 && await chats.For(workspace).FindUserAsync(new UserRef(workspace, wanted), cancellationToken) is { } user)
            return await members.MeetAsync(user, cancellationToken);
        var near = CommandCatalogue.Nearest(wanted, known.Select(member => member.Name));
        throw new CommandException(near is null ? "cohorts.person_unknown" : "cohorts.person_unknown_near", ("person", wanted), ("near", near));
    }

    /// <summary>The people that a command could mean, for completion: by name, or by id where two share a name.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var known = await members.ListAsync(workspace, cancellationToken);
        var twice = known.CountBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. known.Select(member => new Choice($"@{(twice.Contains(member.Name) ? member.PlatformUser : member.Name)}", member.Name))];
    }

    // "<@123>" and "<@!123>" are Discord's mentions, "<@U123|name>" is Slack's.
    private static string Bare(string typed) => typed.Trim().TrimStart('<').TrimStart('@').TrimStart('!').TrimEnd('>').Split('|')[0].Trim();

    private static bool Is(string known, string typed) => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase);
}
