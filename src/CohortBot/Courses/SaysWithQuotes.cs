using System.Text.RegularExpressions;

namespace CohortBot.Courses;

/// <summary>An author's text in which <c>{field}</c> stands for what a quote field of the card holds.</summary>
internal static partial class SaysWithQuotes
{
    /// <summary>The fields that a text names.</summary>
    public static IEnumerable<string> FieldsIn(string says) => Place().Matches(says).Select(match => match.Groups["field"].Value);

    /// <summary>The text with each place filled.</summary>
    public static string Fill(string says, Func<string, string> valueOf) => Place().Replace(says, match => valueOf(match.Groups["field"].Value));

    [GeneratedRegex(@"\{(?<field>[a-z0-9_-]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
