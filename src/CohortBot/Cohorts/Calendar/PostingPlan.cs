namespace CohortBot.Cohorts.Calendar;

/// <summary>On which days and at what wall time lessons are posted. Its text is what is typed and stored; reading the text gives the plan back.</summary>
internal abstract record PostingPlan
{
    /// <summary>The plan as it is typed: <c>mon,thu 09:00</c>, <c>every 3 days 09:00</c>, or dates with their times.</summary>
    public abstract string Text { get; }

    /// <summary>The wall times from a day on, earliest first, holidays not considered. Only a list of dates ends.</summary>
    public abstract IEnumerable<DateTime> From(DateOnly firstDay);

    /// <summary>Reads a typed plan.</summary>
    /// <exception cref="Commands.CommandException">It is none; the text says what is wrong and gives an example.</exception>
    public static PostingPlan Read(string text) => PlanReader.Read(text);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;
}

/// <summary>The same weekdays each week.</summary>
/// <param name="Days">From Monday to Sunday, each once, at least one.</param>
/// <param name="Time">The wall time.</param>
internal sealed record WeekdaysPlan(IReadOnlyList<DayOfWeek> Days, TimeOnly Time) : PostingPlan
{
    /// <inheritdoc/>
    public override string Text => $"{string.Join(',', Days.Select(DayNames.Short))} {Time:HH\\:mm}";

    /// <inheritdoc/>
    public override IEnumerable<DateTime> From(DateOnly firstDay)
    {
        for (var day = firstDay; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (Days.Contains(day.DayOfWeek))
                yield return day.ToDateTime(Time);
        }
    }
}

/// <summary>Every so many days, counted from the first day.</summary>
/// <param name="Days">From 1 to 60.</param>
/// <param name="Time">The wall time.</param>
internal sealed record IntervalPlan(int Days, TimeOnly Time) : PostingPlan
{
    /// <summary>The longest time between two lessons, in days.</summary>
    public const int MostDays = 60;

    /// <inheritdoc/>
    public override string Text => Days == 1 ? $"every day {Time:HH\\:mm}" : $"every {Days} days {Time:HH\\:mm}";

    /// <inheritdoc/>
    public override IEnumerable<DateTime> From(DateOnly firstDay)
    {
        for (var day = firstDay; day < DateOnly.MaxValue.AddDays(-MostDays); day = day.AddDays(Days))
            yield return day.ToDateTime(Time);
    }
}

/// <summary>A list of dates, each with its time.</summary>
/// <param name="Moments">Earliest first, each once, at least one.</param>
internal sealed record DatesPlan(IReadOnlyList<DateTime> Moments) : PostingPlan
{
    /// <inheritdoc/>
    public override string Text => string.Join(", ", Moments.Select(moment => $"{moment:yyyy-MM-dd HH\\:mm}"));

    /// <inheritdoc/>
    public override IEnumerable<DateTime> From(DateOnly firstDay) => Moments.Where(moment => DateOnly.FromDateTime(moment) >= firstDay);

    /// <summary>The same list with its moments from <paramref name="first"/> on moved by days.</summary>
    public DatesPlan Shift(DateTime first, int days) =>
        new([.. Moments.Select(moment => moment >= first ? moment.AddDays(days) : moment).Distinct().Order()]);

    /// <inheritdoc/>
    public bool Equals(DatesPlan? other) => other is not null && Moments.SequenceEqual(other.Moments);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
