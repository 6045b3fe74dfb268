using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Finds which channel is meant by <c>#name</c>, Discord's <c>&lt;#123&gt;</c> or Slack's <c>&lt;#C123|name&gt;</c>.</summary>
internal sealed class ChannelFinder(Chats chats)
{
    /// <summary>The platform's id of the channel.</summary>
    /// <exception cref="CommandException">The platform can say which channels there are, and this is none of them.</exception>
    public async Task<string> FindAsync(WorkspaceId workspace, string typed, CancellationToken cancellationToken)
    {
        var wanted = typed.Trim().TrimStart('<').TrimStart('#').TrimEnd('>').Split('|')[0];
        var known = await chats.For(workspace).ListChannelsAsync(workspace, cancellationToken);
        if (known.Count == 0 && wanted.Length > 0)
            return wanted;
        if ((known.FirstOrDefault(channel => Is(channel.Id, wanted)) ?? known.FirstOrDefault(channel => Is(channel.Name, wanted))) is { } found)
            return found.Id;
        var near = CommandCatalogue.Nearest(wanted, known.Select(channel => channel.Name));
        throw new CommandException(near is null ? "cohorts.channel_unknown" : "cohorts.channel_unknown_near", ("channel", wanted), ("near", near));
    }

    /// <summary>The channels, for completion.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        [.. (await chats.For(workspace).ListChannelsAsync(workspace, cancellationToken)).Select(channel => new Choice($"#{channel.Id}", channel.Name))];

    private static bool Is(string known, string typed) => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase);
}
