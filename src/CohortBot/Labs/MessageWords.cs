using System.Text;
using System.Text.RegularExpressions;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>Tells whether a message says something in words.</summary>
internal static partial class MessageWords
{
    /// <summary>Why a text is nothing to answer, or null when it holds a letter or a digit outside of emoji.</summary>
    public static WhyNot? Judge(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return WhyNot.Empty;
        foreach (var rune in EmojiNames().Replace(text, " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return null;
        }

        return WhyNot.Emoji;
    }

    // Discord's own emoji (<:name:1>, <a:name:1>), Slack's names (:name:, which always begin with a letter or a sign), and digits in a key cap.
    [GeneratedRegex(@"<a?:\w+:\d+>|:[a-z+_-][a-z0-9+_'-]*:|[0-9]\uFE0F?\u20E3", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmojiNames();
}
