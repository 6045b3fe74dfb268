using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Exchanges;

namespace CohortBot.Reports.Export;

/// <summary>A cohort as it stood at one moment; all of it was read in one transaction.</summary>
internal sealed record CohortSnapshot
{
    /// <summary>The cohort.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>Everybody who takes part or did, by name, those without a name last.</summary>
    public required IReadOnlyList<SnapshotMember> Members { get; init; }

    /// <summary>How far members are in their labs: what <c>/cohort status</c> shows.</summary>
    public required IReadOnlyList<LabStanding> Standings { get; init; }

    /// <summary>The ledger, oldest first.</summary>
    public required IReadOnlyList<SnapshotExchange> Exchanges { get; init; }

    /// <summary>The calendar, each edition of each lesson.</summary>
    public required IReadOnlyList<LessonSlot> Slots { get; init; }

    /// <summary>Every change, oldest first.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    /// <summary>The names of all people of the workspace whose profile stands, by key.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What was said in labs; empty when it was not asked for.</summary>
    public IReadOnlyList<SnapshotWords> Words { get; init; } = [];

    /// <summary>The name behind a key; empty when the member was erased.</summary>
    public string NameOf(MemberKey key) => Names.GetValueOrDefault(key.Value, "");
}

/// <summary>Somebody who takes part in the cohort, or did.</summary>
internal sealed record SnapshotMember
{
    /// <summary>The key in the ledgers.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The name; null when the member was erased.</summary>
    public string? Name { get; init; }

    /// <summary>When the member joined.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When the member left, if so.</summary>
    public DateTimeOffset? LeftAt { get; init; }
}

/// <summary>An exchange with its number among those of its member in its lab.</summary>
internal sealed record SnapshotExchange
{
    /// <summary>The lab.</summary>
    public required Courses.LabId Lab { get; init; }

    /// <summary>The member.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>1 for the first of the member in the lab.</summary>
    public required int Number { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens that it read.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens that it wrote.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>When the answer was delivered.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Something that was said in a lab.</summary>
internal sealed record SnapshotWords
{
    /// <summary>The lab.</summary>
    public required Courses.LabId Lab { get; init; }

    /// <summary>Whose part in the lab it belongs to.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>Whether the member said it, else the advisor.</summary>
    public required bool IsMember { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }
}
