using System.Text;

namespace CohortBot.Operations;

/// <summary>Labels of figures: the names of an enum in lower case with lines, made once, so that counting allocates nothing.</summary>
internal static class Label
{
    /// <summary><c>TimedOut</c> as <c>timed_out</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.All.GetValueOrDefault(value, "other");

    /// <summary>All labels of an enum.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Names<T>.All.Values;

    /// <summary>The pair that an instrument takes.</summary>
    public static KeyValuePair<string, object?> As(string name, string value) => new(name, value);

    private static string Lower(string name)
    {
        var lower = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && lower.Length > 0)
                lower.Append('_');
            lower.Append(char.ToLowerInvariant(letter));
        }

        return lower.ToString();
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Lower(value.ToString()));
    }
}
