namespace CohortBot.Cohorts.Holidays;

/// <summary>The days that a cohort leaves out: its country's public holidays and a list of its own.</summary>
/// <param name="Country">Two letters, or null for none.</param>
/// <param name="Own">The cohort's own days, in order.</param>
internal sealed record HolidayList(string? Country, IReadOnlyList<Holiday> Own)
{
    /// <summary>An own list that ends sooner than this has to be continued; a country's holidays are computed and never end.</summary>
    public const int FewDaysLeft = 60;

    /// <summary>No holidays.</summary>
    public static readonly HolidayList Empty = new(null, []);

    /// <summary>The holiday on a day, or null; the cohort's own name for it goes first.</summary>
    public Holiday? Find(DateOnly date) =>
        Own.FirstOrDefault(own => own.Date == date) ?? (Country is null ? null : HolidayCalendar.Find(Country, date));

    /// <summary>The last day of the own list, if fewer than <see cref="FewDaysLeft"/> days of it are left; null when there is nothing to warn of.</summary>
    public DateOnly? EndsSoon(DateOnly today) =>
        Own.Count > 0 && Own[^1].Date.DayNumber - today.DayNumber < FewDaysLeft ? Own[^1].Date : null;

    /// <summary>The holidays of some days, in order, each day once.</summary>
    public IReadOnlyList<Holiday> Between(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(day => Find(first.AddDays(day))).OfType<Holiday>()];
}
