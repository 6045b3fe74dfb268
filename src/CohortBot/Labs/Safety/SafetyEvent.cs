using CohortBot.Access;
using CohortBot.Advisors.Safety;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;

namespace CohortBot.Labs.Safety;

/// <summary>A message that was met before any model was asked.</summary>
public readonly record struct SafetyEventId(long Value) : INumberId<SafetyEventId>
{
    /// <inheritdoc/>
    public static SafetyEventId From(long value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>That a message was met, by which rules, and what was done; never its words.</summary>
internal sealed record SafetyEvent
{
    /// <summary>Its number.</summary>
    public required SafetyEventId Id { get; init; }

    /// <summary>The workspace.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>The platform's id of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The platform's id of the thread.</summary>
    public required string Thread { get; init; }

    /// <summary>Who wrote it.</summary>
    public required MemberKey Member { get; init; }

    /// <summary>The message; none for what was written into a card.</summary>
    public LabMessageId? LabMessage { get; init; }

    /// <summary>What it was met for.</summary>
    public required SafetyClass Kind { get; init; }

    /// <summary>The rules that matched, with spaces between them.</summary>
    public required string Rules { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When its writer was shown the answer.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>When the facilitators were told, or had been told of the same already; none where there was nobody to tell or nothing to tell them.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Where it was written.</summary>
    public Place Place => new(Workspace, Channel, Thread);
}

/// <summary>A message with its place in the ledger.</summary>
/// <param name="Thread">Where it was written.</param>
/// <param name="Member">Who wrote it.</param>
/// <param name="Lane">The part in the lab that it belongs to; none for a guest's.</param>
/// <param name="Message">The message; none for what is written into a card.</param>
internal sealed record WrittenMessage(LabThread Thread, MemberKey Member, LaneKey? Lane, LabMessageId? Message);
