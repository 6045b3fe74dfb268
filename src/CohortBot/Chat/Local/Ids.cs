using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>A person of the local platform: <c>amina</c>.</summary>
public readonly record struct PersonId(string Value) : ITextId<PersonId>
{
    /// <summary>The account that the rest of the program knows.</summary>
    public UserRef User => new(WorkspaceId.Local, Value);

    /// <summary>Where this person's private messages with CohortBot stand.</summary>
    public Place PrivateMessages => new(WorkspaceId.Local, $"dm:{Value}");

    /// <inheritdoc/>
    public static PersonId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A message of the local platform, counted through all its places.</summary>
public readonly record struct LocalMessageId(long Value) : INumberId<LocalMessageId>
{
    /// <inheritdoc/>
    public static LocalMessageId From(long value) => new(value);

    /// <summary>Reads the form that stands in a <see cref="MessageRef"/>.</summary>
    /// <exception cref="ChatException">The id is none of this platform's.</exception>
    public static LocalMessageId Read(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LocalMessageId(number)
            : throw new ChatException($"'{id}' is no message of the local channel.", isTransient: false);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
