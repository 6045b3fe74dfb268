using System.Text.Json.Serialization;
using CohortBot.Courses;

namespace CohortBot.Advisors;

/// <summary>What a member keeps from a lab.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Title">Its title.</param>
/// <param name="Entries">The fields in the author's order.</param>
public sealed record Card(LabId Lab, string Title, IReadOnlyList<CardEntry> Entries)
{
    /// <summary>The entry of a field, or null.</summary>
    public CardEntry? Find(string field) => Entries.FirstOrDefault(entry => entry.Id == field);
}

/// <summary>A field of a card as it was filled.</summary>
public sealed record CardEntry
{
    /// <summary>The field.</summary>
    public required string Id { get; init; }

    /// <summary>What a person reads for the field.</summary>
    public required string Label { get; init; }

    /// <summary>What it says.</summary>
    public required string Value { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Because { get; init; }

    /// <summary>The member's own words that it rests on, letter by letter from one message; in a quote field the same as <see cref="Value"/>.</summary>
    public string? Quote { get; init; }

    /// <summary>The number, if it is a score or a sum.</summary>
    public int? Score { get; init; }

    /// <summary>Whether nothing that the member said decided it.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The ids that were chosen, if it is a choice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Chosen { get; init; }

    /// <summary>Whether the member wrote it over; making the card anew keeps it.</summary>
    public bool IsEdited { get; init; }
}
