using System.Text.Json;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Local;

/// <summary>A person who can be acted as in the local channel.</summary>
public sealed record LocalPerson
{
    /// <summary>The id.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string Name { get; init; }

    /// <summary>The language tag of the pages, until the member chooses another.</summary>
    public required string Locale { get; init; }

    /// <summary>The IANA zone in which times are shown.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether CohortBot can write to this person privately.</summary>
    public bool TakesPrivateMessages { get; init; } = true;

    /// <summary>Whether the person is let into staff channels.</summary>
    public bool IsStaff { get; init; }
}

/// <summary>A channel of the local platform.</summary>
public sealed record LocalChannelInfo
{
    /// <summary>The id, which stands in the address: <c>ai-careers-map</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string Name { get; init; }

    /// <summary>Whether only staff see it.</summary>
    public bool IsStaff { get; init; }
}

/// <summary>A thread under a channel, with how much stands in it.</summary>
public sealed record LocalThread
{
    /// <summary>The id.</summary>
    public required string Thread { get; init; }

    /// <summary>The channel that it belongs to.</summary>
    public required string Channel { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string Name { get; init; }

    /// <summary>JSON list of the people who are let in; null means all of the channel.</summary>
    public string? PrivateTo { get; init; }

    /// <summary>The message that it hangs under.</summary>
    public string? Under { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Messages in it that everybody in it sees.</summary>
    public long Replies { get; init; }

    /// <summary>When the last of them was posted.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The place.</summary>
    public Place Place => new(WorkspaceId.Local, Channel, Thread);

    /// <summary>Whether a person is let in, given that the channel is open to that person: staff read members' own threads too, as members are told.</summary>
    public bool LetsIn(LocalPerson person) =>
        PrivateTo is null || person.IsStaff || JsonSerializer.Deserialize<string[]>(PrivateTo)!.Contains(person.Person.Value, StringComparer.Ordinal);
}

/// <summary>A message of the local platform; one that was deleted is never read back.</summary>
public sealed record LocalMessage
{
    /// <summary>The id.</summary>
    public required LocalMessageId Id { get; init; }

    /// <summary>The channel, or <c>dm:PERSON</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>Who wrote it; null is CohortBot.</summary>
    public PersonId? Author { get; init; }

    /// <summary>The one person who sees it.</summary>
    public PersonId? OnlyTo { get; init; }

    /// <summary>A person's words.</summary>
    public string? Text { get; init; }

    /// <summary>What CohortBot says, in its stored form.</summary>
    public string? Document { get; init; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public Place Place => new(WorkspaceId.Local, Channel, Thread);

    /// <summary>How the rest of the program knows it.</summary>
    public MessageRef Ref => new(Place, Id.ToString());

    /// <summary>What it says; a person's words are plain.</summary>
    public Document Read() => Document is null ? Documents.Document.Plain(Text ?? "") : Documents.Document.FromJson(Document);
}

/// <summary>A file that was handed over with a message.</summary>
public sealed record LocalFile
{
    /// <summary>The number in its address.</summary>
    public required long Id { get; init; }

    /// <summary>The message.</summary>
    public required LocalMessageId Message { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }
}
