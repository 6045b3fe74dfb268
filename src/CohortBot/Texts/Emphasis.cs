using System.Text.RegularExpressions;
using CohortBot.Chat.Documents;

namespace CohortBot.Texts;

/// <summary>Reads the little markup of the catalogue's own messages: <c>**bold**</c>, <c>*italic*</c>, <c>`code`</c>.</summary>
internal static partial class Emphasis
{
    /// <summary>The message as runs; braces stay for <see cref="MessageFormat"/>.</summary>
    public static IReadOnlyList<Run> Read(string message)
    {
        List<Run> runs = [];
        var at = 0;
        foreach (Match match in Marked().Matches(message))
        {
            if (match.Index > at)
                runs.Add(new Run(message[at..match.Index]));
            runs.Add(new Run(match.Groups["text"].Value, match.Groups["bold"].Success, match.Groups["italic"].Success, match.Groups["code"].Success));
            at = match.Index + match.Length;
        }

        if (at < message.Length)
            runs.Add(new Run(message[at..]));
        return runs;
    }

    [GeneratedRegex(@"(?<bold>\*\*)(?<text>[^*]+)\*\*|(?<italic>\*)(?<text>[^*]+)\*|(?<code>`)(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
