using CohortBot.Chat;

namespace CohortBot.Access;

/// <summary>A member whose data is looked for: also one whose profile is gone already.</summary>
internal sealed record KnownMember
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The key in the ledgers.</summary>
    public required MemberKey Key { get; init; }

    /// <summary>The account on the platform; null once the profile is erased.</summary>
    public string? PlatformUser { get; init; }

    /// <summary>When the member was erased; null for one who was not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The account on the platform; null once the profile is erased.</summary>
    public UserRef? User => PlatformUser is { } user ? new UserRef(Workspace, user) : null;
}
