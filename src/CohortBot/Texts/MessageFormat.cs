using System.Globalization;
using System.Text;

namespace CohortBot.Texts;

/// <summary>
/// Fills a catalogue message. <c>{name}</c> stands for a value; <c>{count|one lesson|{count} lessons}</c> chooses by number (one, else
/// other: the plural rule of English and German). Values are written in the language's own way.
/// </summary>
internal static class MessageFormat
{
    /// <summary>Fills <paramref name="message"/>.</summary>
    /// <exception cref="FormatException">The message names a value that was not given, or a brace is not closed.</exception>
    public static string Fill(string message, CultureInfo culture, IReadOnlyDictionary<string, object?> values)
    {
        var text = new StringBuilder(message.Length + 32);
        for (var at = 0; at < message.Length; at++)
        {
            if (message[at] != '{')
            {
                text.Append(message[at]);
                continue;
            }

            var end = Close(message, at);
            text.Append(FillOne(message[(at + 1)..end], culture, values));
            at = end;
        }

        return text.ToString();
    }

    /// <summary>The names of the values that a message needs.</summary>
    public static IEnumerable<string> Names(string message)
    {
        for (var at = message.IndexOf('{', StringComparison.Ordinal); at >= 0; at = message.IndexOf('{', at + 1))
        {
            var end = Close(message, at);
            yield return message[(at + 1)..end].Split('|')[0];
        }
    }

    private static string FillOne(string inside, CultureInfo culture, IReadOnlyDictionary<string, object?> values)
    {
        var choices = SplitChoices(inside);
        if (!values.TryGetValue(choices[0], out var value))
            throw new FormatException($"The message needs a value for '{choices[0]}'.");
        if (choices.Count == 1)
            return Write(value, culture);
        var isOne = Convert.ToDecimal(value, CultureInfo.InvariantCulture) == 1;
        return Fill(choices[isOne ? 1 : ^1], culture, values);
    }

    private static string Write(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string text => text,
        DateOnly date => date.ToString("ddd d MMM yyyy", culture),
        TimeOnly time => time.ToString("HH:mm", culture),
        LocalMoment moment => Write(moment, culture),
        IFormattable number => number.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    private static string Write(LocalMoment moment, CultureInfo culture)
    {
        var local = moment.Local;
        var text = local.ToString("ddd d MMM, HH:mm", culture);
        return moment.ShowsOffset ? $"{text} (UTC{local.ToString("zzz", culture)})" : text;
    }

    private static int Close(string message, int open)
    {
        var depth = 0;
        for (var at = open; at < message.Length; at++)
        {
            depth += message[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at;
        }

        throw new FormatException($"The message has a brace that is not closed: {message}");
    }

    private static List<string> SplitChoices(string inside)
    {
        List<string> choices = [];
        var (depth, start) = (0, 0);
        for (var at = 0; at < inside.Length; at++)
        {
            depth += inside[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (inside[at] != '|' || depth > 0)
                continue;
            choices.Add(inside[start..at]);
            start = at + 1;
        }

        choices.Add(inside[start..]);
        return choices;
    }
}
