using System.Globalization;
using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Exchanges;

namespace CohortBot.Reports.Export;

/// <summary>Makes the tables of an export. Times are given twice: in UTC, and on the cohort's clocks with their offset.</summary>
internal sealed class ExportTables(CohortSnapshot cohort, Course? course)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(cohort.Cohort.Zone);

    /// <summary>All tables.</summary>
    public IReadOnlyList<ExportTable> Make() => [Grid(), Exchanges(), Lessons(), Audit()];

    /// <summary>An hour in UTC, or null.</summary>
    public static string? Utc(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private ExportTable Grid()
    {
        var labs = LabIds().ToList();
        var standings = cohort.Standings.ToDictionary(standing => (standing.Member, standing.Lab));
        return new ExportTable(
            "grid",
            ["member_key", "member", "takes_part", "joined_utc", "left_utc", "lab", "lab_title", "minimum", "state", "exchanges", "started_utc", "started_local", "completed_utc", "completed_local"],
            [.. from member in cohort.Members from lab in labs select GridRow(member, lab, standings.GetValueOrDefault((member.Member, lab)))]);
    }

    private IReadOnlyList<object?> GridRow(SnapshotMember member, LabId id, LabStanding? standing)
    {
        var lab = course?.Lessons.FirstOrDefault(lesson => lesson.Lab?.Id == id)?.Lab;
        var state = standing switch { null => "not_started", { IsComplete: true } => "complete", _ => "open" };
        return
        [
            member.Member.Value, member.Name, member.LeftAt is null ? "yes" : "no", Utc(member.JoinedAt), Utc(member.LeftAt), id.Value, lab?.Title, lab?.MinimumExchanges,
            state, standing?.Exchanges ?? 0, Utc(standing?.StartedAt), Local(standing?.StartedAt), Utc(standing?.CompletedAt), Local(standing?.CompletedAt),
        ];
    }

    // Those of the course in its order, then those that somebody did before they were taken out of it.
    private IEnumerable<LabId> LabIds()
    {
        IEnumerable<LabId> known = course is null ? [] : LabNames.WithLab(course).Select(lesson => lesson.Lab!.Id);
        return known.Concat(cohort.Standings.Select(standing => standing.Lab).OrderBy(lab => lab.Value, StringComparer.Ordinal)).Distinct();
    }

    private ExportTable Exchanges() => new(
        "exchanges",
        ["member_key", "member", "lab", "number", "model", "input_tokens", "output_tokens", "at_utc", "at_local"],
        [.. cohort.Exchanges.Select(IReadOnlyList<object?> (one) =>
            [one.Member.Value, cohort.NameOf(one.Member), one.Lab.Value, one.Number, one.Model, one.InputTokens, one.OutputTokens, Utc(one.At), Local(one.At)])]);

    private ExportTable Lessons() => new(
        "lessons",
        ["number", "lesson", "title", "edition", "state", "due_utc", "due_local", "moved_because", "posted_utc", "posted_local", "late_minutes"],
        [.. cohort.Slots.Select(IReadOnlyList<object?> (slot) =>
        [
            slot.Number, slot.Lesson.Value, course?.Find(slot.Lesson)?.Title, slot.Edition, slot.State.ToString().ToLowerInvariant(), Utc(slot.DueAt), Local(slot.DueAt),
            slot.MovedBecause?.Replace('\n', ';'), Utc(slot.PostedAt), Local(slot.PostedAt), Late(slot),
        ])]);

    private ExportTable Audit() => new(
        "audit",
        ["at_utc", "at_local", "by_key", "by", "action", "subject", "subject_name", "before", "after"],
        [.. cohort.Audit.Select(IReadOnlyList<object?> (entry) =>
        [
            Utc(entry.At), Local(entry.At), entry.Member.Value, entry.Member == MemberKey.CohortBot ? "CohortBot" : cohort.NameOf(entry.Member), entry.Action, entry.Subject,
            cohort.Names.GetValueOrDefault(entry.Subject), entry.Before, entry.After,
        ])]);

    private string? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, _zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    private static long? Late(LessonSlot slot) => slot is { DueAt: { } due, PostedAt: { } posted } ? (long)(posted - due).TotalMinutes : null;
}
