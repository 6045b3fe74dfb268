using System.Globalization;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Holidays;
using CohortBot.Texts;

namespace CohortBot.Simulation.Report;

/// <summary>The timeline in lines: the day, the hour with its offset, and what happened; a heading for each week.</summary>
internal sealed class TimelineText(Wording wording, int width)
{
    private const int Columns = 30; // "  Mon  1 Mar  09:00 +01:00  " and two to spare

    private readonly ReportDates _dates = new(wording);

    /// <summary>The lines.</summary>
    public IEnumerable<ReportLine> Write(SimulationReport report)
    {
        var week = int.MinValue;
        var day = "";
        foreach (var entry in report.Timeline)
        {
            var now = (int)Math.Floor((DateOnly.FromDateTime(entry.At.DateTime).DayNumber - report.Request.From.DayNumber) / 7.0) + 1;
            if (now != week)
            {
                yield return new ReportLine("");
                yield return new ReportLine(now < 1 ? wording.Say("simulation.before") : wording.Say("simulation.week", ("week", now)), Tone.Title);
                day = "";
            }

            week = now;
            var date = _dates.Day(entry.At);
            foreach (var line in Lines(entry, date == day ? "" : date))
                yield return line;
            day = date;
        }
    }

    private IEnumerable<ReportLine> Lines(TimelineEntry entry, string date)
    {
        var hour = entry.IsWholeDay ? "" : entry.At.ToString("HH:mm zzz", CultureInfo.InvariantCulture);
        var head = $"  {date,-10}  {hour,-12}  ".PadRight(Columns - 2);
        foreach (var line in WordWrap.Lines(Sentence(entry), width - Columns))
        {
            yield return new ReportLine($"{head}{line}".TrimEnd(), ToneOf(entry.Kind));
            head = new string(' ', Columns);
        }
    }

    private string Sentence(TimelineEntry entry)
    {
        var subject = entry.Kind == "day_off" ? _dates.InWords(DateOnly.ParseExact(entry.Subject, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : entry.Subject;
        var sentence = wording.Say($"simulation.line_{Name(entry)}", ("subject", subject), ("number", entry.Number), ("amount", entry.Amount), ("more", entry.More));
        if (entry is { Kind: "lesson", Amount: > 1 })
            sentence += wording.Say("simulation.late", ("minutes", entry.Amount));
        return entry.Moves.Count == 0 ? sentence : $"{sentence} ({string.Join("; ", entry.Moves.Select(Why))})";
    }

    private static string Name(TimelineEntry entry) => entry switch
    {
        { Kind: "labs", More: 0 } => "labs_started",
        { Kind: "labs", Amount: 0 } => "labs_complete",
        _ => entry.Kind,
    };

    private string Why(SlotMove move) => move switch
    {
        HolidayMove holiday => wording.Say("simulation.why_holiday", ("date", _dates.InWords(holiday.Date)), ("holiday", new Holiday(holiday.Date, holiday.Name).Say(wording))),
        GapMove gap => wording.Say("simulation.why_gap", ("time", gap.Wanted.ToString("HH:mm", CultureInfo.InvariantCulture))),
        _ => wording.Say("simulation.why_taken"),
    };

    private static Tone ToneOf(string kind) => kind switch
    {
        "lesson" => Tone.Lesson,
        "restart" or "outage" or "rate_limit" or "lost_answers" => Tone.Chaos,
        "labs" or "joined" or "left" => Tone.Plain,
        "clocks" => Tone.Quiet,
        _ => Tone.Facilitator,
    };
}
