using System.Globalization;
using CohortBot.Texts;

namespace CohortBot.Cohorts.Calendar;

/// <summary>
/// A reason why a lesson does not stand where the plan alone would put it. Stored with the slot as one line each
/// (<c>holiday 2026-12-25 christmas_day</c>), so that every reader gets it in their own language.
/// </summary>
internal abstract record SlotMove
{
    /// <summary>The stored line.</summary>
    public abstract string Code { get; }

    /// <summary>The reason in words.</summary>
    public abstract string Say(Wording wording);

    /// <summary>What is stored for some reasons; null for none.</summary>
    public static string? Store(IReadOnlyCollection<SlotMove> moves) => moves.Count == 0 ? null : string.Join('\n', moves.Select(move => move.Code));

    /// <summary>What a slot's stored reasons say, in words; empty when it was not moved.</summary>
    public static string Say(Wording wording, string? stored) =>
        string.Join("; ", ReadAll(stored).Select(move => move.Say(wording)));

    /// <summary>A slot's stored reasons; empty when it was not moved.</summary>
    public static IReadOnlyList<SlotMove> ReadAll(string? stored) => stored is null ? [] : [.. stored.Split('\n').Select(Read)];

    private static SlotMove Read(string line)
    {
        var parts = line.Split(' ', 3);
        return parts switch
        {
            ["holiday", var date, var name] => new HolidayMove(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), name),
            ["gap", var wanted] => new GapMove(TimeOnly.ParseExact(wanted, "HH:mm", CultureInfo.InvariantCulture)),
            _ => new TakenMove(),
        };
    }
}

/// <summary>The day is a holiday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday's stored name, see <see cref="Holidays.Holiday"/>.</param>
internal sealed record HolidayMove(DateOnly Date, string Name) : SlotMove
{
    /// <inheritdoc/>
    public override string Code => $"holiday {Date:yyyy-MM-dd} {Name}";

    /// <inheritdoc/>
    public override string Say(Wording wording) =>
        wording.Say("cohorts.moved_holiday", ("date", Date), ("holiday", new Holidays.Holiday(Date, Name).Say(wording)));
}

/// <summary>The clocks go forward over the time, so that it does not exist that day.</summary>
/// <param name="Wanted">The time of the plan.</param>
internal sealed record GapMove(TimeOnly Wanted) : SlotMove
{
    /// <inheritdoc/>
    public override string Code => $"gap {Wanted:HH\\:mm}";

    /// <inheritdoc/>
    public override string Say(Wording wording) => wording.Say("cohorts.moved_gap", ("time", Wanted));
}

/// <summary>The lesson before it was moved to its place or beyond.</summary>
internal sealed record TakenMove : SlotMove
{
    /// <inheritdoc/>
    public override string Code => "taken";

    /// <inheritdoc/>
    public override string Say(Wording wording) => wording.Say("cohorts.moved_taken");
}
