namespace CohortBot.Chat;

/// <summary>The platforms that are switched on, found by workspace.</summary>
public sealed class Chats(IEnumerable<IChat> chats)
{
    private readonly Dictionary<string, IChat> _byPlatform = chats.ToDictionary(chat => chat.Platform, StringComparer.Ordinal);

    /// <summary>The platform that serves a workspace.</summary>
    /// <exception cref="InvalidOperationException">The workspace's platform is not switched on.</exception>
    public IChat For(WorkspaceId workspace) =>
        _byPlatform.TryGetValue(workspace.Platform, out var chat)
            ? chat
            : throw new InvalidOperationException($"The platform '{workspace.Platform}' is not switched on.");

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<IChat> All => _byPlatform.Values;

    /// <summary>Whether a workspace's platform is switched on.</summary>
    public bool Serves(WorkspaceId workspace) => _byPlatform.ContainsKey(workspace.Platform);
}
