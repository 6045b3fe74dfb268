using CohortBot.Budgets;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors;

/// <summary>What an advisor is told: the lab, what was said, what the member kept before. Members' words are data.</summary>
public sealed record LabConversation
{
    /// <summary>The course.</summary>
    public required Course Course { get; init; }

    /// <summary>The lesson that the lab belongs to.</summary>
    public required Lesson Lesson { get; init; }

    /// <summary>The lab.</summary>
    public required Lab Lab { get; init; }

    /// <summary>The member's language, for what is not written by the member.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The exchanges so far that are still told word by word, oldest first.</summary>
    public required IReadOnlyList<PastExchange> Past { get; init; }

    /// <summary>What was said before those, in short.</summary>
    public string? Summary { get; init; }

    /// <summary>What the member says now; empty when a card or summary is asked for.</summary>
    public required string Says { get; init; }

    /// <summary>The number of the exchange that this answer would make, from 1.</summary>
    public required int Exchange { get; init; }

    /// <summary>What the member kept from earlier labs of the course.</summary>
    public IReadOnlyList<Card> EarlierCards { get; init; } = [];

    /// <summary>Whose budgets it is charged to; null for nobody's.</summary>
    public CallAccount? Account { get; init; }

    /// <summary>Whether the budget is used up: a card is then made by the author's rules.</summary>
    public bool IsBudgetSpent { get; init; }

    /// <summary>All that the member said, oldest first.</summary>
    public IEnumerable<string> MemberWords => [.. Past.Select(past => past.Said), .. Says.Length > 0 ? [Says] : Array.Empty<string>()];
}

/// <summary>A turn that was answered.</summary>
public sealed record PastExchange(string Said, string Answered);
