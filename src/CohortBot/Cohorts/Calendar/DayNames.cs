using CohortBot.Commands;

namespace CohortBot.Cohorts.Calendar;

/// <summary>The names of weekdays that people type, English and German, long and short.</summary>
internal static class DayNames
{
    private static readonly (DayOfWeek Day, string[] Names)[] Known =
    [
        (DayOfWeek.Monday, ["mon", "monday", "mo", "montag"]),
        (DayOfWeek.Tuesday, ["tue", "tuesday", "tues", "tu", "di", "die", "dienstag"]),
        (DayOfWeek.Wednesday, ["wed", "wednesday", "we", "mi", "mit", "mittwoch"]),
        (DayOfWeek.Thursday, ["thu", "thursday", "thur", "thurs", "th", "do", "don", "donnerstag"]),
        (DayOfWeek.Friday, ["fri", "friday", "fr", "fre", "freitag"]),
        (DayOfWeek.Saturday, ["sat", "saturday", "sa", "sam", "samstag", "sonnabend"]),
        (DayOfWeek.Sunday, ["sun", "sunday", "su", "so", "son", "sonntag"]),
    ];

    /// <summary>The name that a plan is stored with: <c>mon</c>.</summary>
    public static string Short(DayOfWeek day) => Array.Find(Known, known => known.Day == day).Names[0];

    /// <summary>The day with a name, plurals included, or null.</summary>
    public static DayOfWeek? Find(string name)
    {
        var found = Array.FindIndex(Known, known => known.Names.Contains(name) || (name.Length > 4 && name[^1] == 's' && known.Names.Contains(name[..^1])));
        return found < 0 ? null : Known[found].Day;
    }

    /// <summary>The known name nearest to a mistyped one, or null.</summary>
    public static string? Nearest(string name) =>
        CommandCatalogue.Nearest(name, Known.SelectMany(known => known.Names).Where(known => known.Length > 2));

    /// <summary>Monday first, as weeks are read in most of the world and in ISO 8601.</summary>
    public static int Order(DayOfWeek day) => ((int)day + 6) % 7;
}
