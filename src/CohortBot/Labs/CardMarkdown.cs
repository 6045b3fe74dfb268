using System.Text;
using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>Cards as Markdown files that a member can take anywhere.</summary>
internal static class CardMarkdown
{
    /// <summary>A card under a heading of a level.</summary>
    public static string Write(Card card, int level, Wording wording)
    {
        var text = new StringBuilder();
        text.Append('#', level).Append(' ').Append(Line(card.Title)).Append("\n\n");
        foreach (var entry in card.Entries)
        {
            var isList = entry.Value.StartsWith('\n');
            text.Append("**").Append(Line(entry.Label)).Append(":**");
            if (!isList)
                text.Append(' ').Append(Line(entry.Value));
            if (entry.IsGuess)
                text.Append(" *(").Append(wording.Say("labs.card_guess")).Append(")*");
            text.Append("\n\n");
            if (isList)
                text.Append(List(entry.Value)).Append('\n');
            if (entry.Because is { Length: > 0 } because)
                text.Append(Line(because)).Append("\n\n");
            if (entry.Quote is { Length: > 0 } quote && quote != entry.Value)
                text.Append("> ").Append(Line(quote)).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>The file.</summary>
    public static ReplyFile File(string name, string text) => new(name, "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(text));

    // What is said of several options below each other begins with a line's end; nobody's own words do, since they are trimmed.
    private static string List(string value) => string.Concat(value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"- {Line(line)}\n"));

    // One line, in which nothing that a member or model wrote is markup.
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|')
                line.Append('\\');
            line.Append(letter);
        }

        return line.ToString();
    }
}
