namespace CohortBot.Chat;

/// <summary>Where a message stands: a channel, or a thread under a channel.</summary>
/// <param name="Workspace">The workspace that the channel belongs to.</param>
/// <param name="Channel">The platform's own id of the channel.</param>
/// <param name="Thread">The platform's own id of the thread, or null for the channel itself.</param>
public readonly record struct Place(WorkspaceId Workspace, string Channel, string? Thread = null)
{
    /// <summary>The channel itself, whatever thread this place names.</summary>
    public Place Root => this with { Thread = null };

    /// <inheritdoc/>
    public override string ToString() => Thread is null ? $"{Workspace}/{Channel}" : $"{Workspace}/{Channel}/{Thread}";
}

/// <summary>One message on a platform.</summary>
/// <param name="Place">The channel or thread that it stands in.</param>
/// <param name="Id">The platform's own id, unique in the channel.</param>
public readonly record struct MessageRef(Place Place, string Id);

/// <summary>A person's account on a platform; who that person is to us is a <c>Member</c>.</summary>
/// <param name="Workspace">The workspace in which the account was met.</param>
/// <param name="User">The platform's own id of the account.</param>
public readonly record struct UserRef(WorkspaceId Workspace, string User);
