using CohortBot.Cohorts.Holidays;

namespace CohortBot.Cohorts.Calendar;

/// <summary>What a calendar is made from.</summary>
internal sealed record CalendarRequest
{
    /// <summary>The plan.</summary>
    public required PostingPlan Plan { get; init; }

    /// <summary>The zone in which the plan is read.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The first day on which a lesson may fall; an interval is counted from it.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>How many lessons are still to come.</summary>
    public required int Count { get; init; }

    /// <summary>The days that are left out.</summary>
    public HolidayList Holidays { get; init; } = HolidayList.Empty;

    /// <summary>Places up to this instant are gone: lessons stood there, or they have passed.</summary>
    public DateTimeOffset After { get; init; } = DateTimeOffset.MinValue;
}

/// <summary>A lesson's place in the calendar.</summary>
/// <param name="At">The instant, with the zone's offset on that day: its date and time are what the clocks there show.</param>
/// <param name="Moves">Why it does not stand where the plan alone would put it.</param>
internal sealed record CalendarPlace(DateTimeOffset At, IReadOnlyList<SlotMove> Moves);

/// <summary>
/// Says when lessons are posted; a pure function. 09:00 stays 09:00 when the clocks change; a time that does not exist that day becomes the
/// first that does; of a time that comes twice the first counts; holidays are left out; later lessons come later, never at the same time.
/// </summary>
internal static class LessonCalendar
{
    /// <summary>The places of the lessons to come, earliest first; fewer than asked for only when a list of dates ends.</summary>
    public static IReadOnlyList<CalendarPlace> Make(CalendarRequest request) =>
        [.. (request.Plan is DatesPlan ? OnDates(request) : OnPlan(request)).Where(place => place.At > request.After).Take(request.Count)];

    // A lesson on a holiday moves to the plan's next day, and those after it with it.
    private static IEnumerable<CalendarPlace> OnPlan(CalendarRequest request)
    {
        List<SlotMove> moves = [];
        foreach (var local in request.Plan.From(request.FirstDay))
        {
            if (request.Holidays.Find(DateOnly.FromDateTime(local)) is { } holiday)
            {
                moves.Add(new HolidayMove(holiday.Date, holiday.Name));
                continue;
            }

            yield return Place(local, request.Zone, moves);
            moves = [];
        }
    }

    // Each lesson has a date of its own; on a holiday it moves to the next day that is none, and never before the lesson ahead of it.
    private static IEnumerable<CalendarPlace> OnDates(CalendarRequest request)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var moment in request.Plan.From(request.FirstDay))
        {
            List<SlotMove> moves = [];
            for (var local = moment; ; local = local.AddDays(1))
            {
                if (request.Holidays.Find(DateOnly.FromDateTime(local)) is { } holiday)
                {
                    moves.Add(new HolidayMove(holiday.Date, holiday.Name));
                    continue;
                }

                var place = Place(local, request.Zone, moves);
                if (place.At > last)
                {
                    last = place.At;
                    yield return place;
                    break;
                }

                if (!moves.Contains(new TakenMove()))
                    moves.Add(new TakenMove());
            }
        }
    }

    private static CalendarPlace Place(DateTime local, TimeZoneInfo zone, IReadOnlyCollection<SlotMove> moves)
    {
        var at = WallClock.Find(local, zone);
        return new CalendarPlace(at, at.DateTime == local ? [.. moves] : [.. moves, new GapMove(TimeOnly.FromDateTime(local))]);
    }
}
