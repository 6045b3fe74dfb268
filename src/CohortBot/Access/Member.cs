using CohortBot.Chat;
using CohortBot.Texts;

namespace CohortBot.Access;

/// <summary>A person as we know them: a key, and the profile that can be erased.</summary>
public sealed record Member
{
    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The key in the ledgers.</summary>
    public required MemberKey Key { get; init; }

    /// <summary>The account on the platform.</summary>
    public required string PlatformUser { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string Name { get; init; }

    /// <summary>The language that the member chose, or the platform told.</summary>
    public Locale? Locale { get; init; }

    /// <summary>The IANA zone, where it is known.</summary>
    public string? Zone { get; init; }

    /// <summary>The account on the platform.</summary>
    public UserRef User => new(Workspace, PlatformUser);
}
