using CohortBot.Storage;

namespace CohortBot.Chat;

/// <summary>
/// A place that people belong to: the local workspace, a Discord server or a Slack team. The platform's name stands before the
/// first colon (<c>discord:123</c>), so that an id alone says which <see cref="IChat"/> serves it.
/// </summary>
public readonly record struct WorkspaceId(string Value) : ITextId<WorkspaceId>
{
    /// <summary>The workspace of the local channel; there is one in each installation.</summary>
    public static readonly WorkspaceId Local = new("local");

    /// <summary>The platform's name: <c>local</c>, <c>discord</c> or <c>slack</c>.</summary>
    public string Platform => Value.Split(':', 2)[0];

    /// <inheritdoc/>
    public static WorkspaceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
