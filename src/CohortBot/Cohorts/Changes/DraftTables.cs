using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Calendar;
using CohortBot.Texts;

namespace CohortBot.Cohorts.Changes;

/// <summary>Shows a change: settings old → new, lessons before and after, and what to look out for.</summary>
internal sealed class DraftTables(Wording wording)
{
    private const int MostRows = 20; // about a screenful

    /// <summary>The settings that change, one line each.</summary>
    public IEnumerable<Block> Settings(CohortDraft draft)
    {
        var items = CohortDifference.Settings(draft)
            .Select(setting => new BulletItem(wording.Runs(
                "cohorts.setting",
                ("setting", wording.Say($"cohorts.setting_{setting.Setting}")),
                ("before", Value(setting.Setting, setting.Before)),
                ("after", Value(setting.Setting, setting.After))), []))
            .ToList();
        return items.Count == 0 ? [] : [new Bullets(IsNumbered: false, items)];
    }

    /// <summary>The lessons to come: before, after, and why.</summary>
    public IEnumerable<Block> Lessons(CohortDraft draft)
    {
        var lessons = draft.Lessons.ToList();
        if (lessons.Count == 0)
            return [wording.Note("cohorts.no_lesson_to_come")];
        IReadOnlyList<IReadOnlyList<Run>> header =
            [Cell("cohorts.column_lesson"), Cell("cohorts.column_before"), Cell("cohorts.column_after"), Cell("cohorts.column_why")];
        var table = new Table(header, [.. lessons.Take(MostRows).Select(lesson => Row(draft, lesson))]);
        return lessons.Count <= MostRows ? [table] : [table, wording.Note("cohorts.more_lessons", ("count", lessons.Count - MostRows))];
    }

    /// <summary>What comes next, in a sentence.</summary>
    public IEnumerable<Block> Next(CohortFacts facts)
    {
        if (facts.Cohort.State != CohortState.Running || facts.ToCome.FirstOrDefault() is not { DueAt: { } due } next)
            return [];
        return [wording.Paragraph("cohorts.next_lesson", ("lesson", Title(facts, next)), ("when", new LocalMoment(due, facts.Cohort.Zone, ShowsOffset: true)))];
    }

    /// <summary>Lessons without a date, and a list of holidays that soon ends.</summary>
    public IEnumerable<Block> Warnings(CohortFacts facts)
    {
        if (facts.Cohort.State == CohortState.Closed)
            yield break;
        if (facts.ToCome.Count(slot => slot.DueAt is null) is > 0 and var undated)
            yield return wording.Note("cohorts.warn_undated", ("count", undated));
        if (facts.ToCome.Any() && facts.Holidays.EndsSoon(facts.Today) is { } last)
            yield return wording.Note("cohorts.warn_holidays_end", ("date", last));
    }

    /// <summary>Number and title of a slot's lesson.</summary>
    public static string Title(CohortFacts facts, LessonSlot slot) => $"{slot.Number}. {facts.Course.Find(slot.Lesson)?.Title ?? slot.Lesson.Value}";

    private IReadOnlyList<IReadOnlyList<Run>> Row(CohortDraft draft, LessonChange lesson)
    {
        var before = lesson.Before is null ? "" : Place(draft.Before, lesson.Before);
        var after = Place(draft.After, lesson.After);
        return
        [
            Run.Of(Title(draft.After, lesson.Slot)),
            Run.Of(lesson.Before is null ? wording.Say("cohorts.place_new") : before),
            Run.Of(before == after ? wording.Say("cohorts.place_same") : after),
            Run.Of(SlotMove.Say(wording, lesson.After.MovedBecause)),
        ];
    }

    private string Place(CohortFacts facts, LessonSlot slot)
    {
        if (facts.Cohort.State == CohortState.Closed)
            return wording.Say("cohorts.place_closed");
        if (slot.DueAt is not { } due)
            return wording.Say("cohorts.place_none");
        var when = new LocalMoment(due, facts.Cohort.Zone, ShowsOffset: true);
        return wording.Say(facts.Cohort.State == CohortState.Paused ? "cohorts.place_paused" : "cohorts.place_at", ("when", when));
    }

    private string Value(string setting, string? value) => (setting, value) switch
    {
        (_, null) => wording.Say("cohorts.none"),
        ("state" or "gate", _) => wording.Say($"cohorts.{setting}_{value}"),
        ("holidays", _) => wording.Say($"holidays.country_{value}"),
        ("grace", _) => wording.Say("cohorts.minutes", ("count", int.Parse(value, System.Globalization.CultureInfo.InvariantCulture))),
        _ => value,
    };

    private IReadOnlyList<Run> Cell(string key) => Run.Of(wording.Say(key));
}
