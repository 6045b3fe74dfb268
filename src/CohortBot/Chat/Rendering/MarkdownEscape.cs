using System.Text;
using System.Text.RegularExpressions;

namespace CohortBot.Chat.Rendering;

/// <summary>
/// Makes words stay words in Markdown. A backslash before punctuation shows the punctuation alone
/// (https://spec.commonmark.org/0.31.2/#backslash-escapes; Discord reads it alike).
/// </summary>
internal static partial class MarkdownEscape
{
    /// <summary>Looks like nothing and keeps two characters from being read together.</summary>
    public const char Gap = '\u200B';

    /// <summary>Escapes a line or a piece of one.</summary>
    /// <param name="text">The words.</param>
    /// <param name="dialect">Who reads them.</param>
    /// <param name="mayBegin">Whether nothing but spaces or digits stands before them, so that they could begin a list or a heading.</param>
    public static string Line(string text, MarkdownDialect dialect, bool mayBegin = true)
    {
        var clean = SafeText.Clean(text).Replace('\n', ' ');
        var mark = mayBegin ? LineMark(clean) : -1;
        var line = new StringBuilder(clean.Length + 16);
        for (var at = 0; at < clean.Length; at++)
        {
            Append(line, clean, at, isMark: at == mark, dialect);
            if (clean[at] == '@' && CallsSomebody().IsMatch(clean.AsSpan(at)))
                line.Append(Gap);
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, string text, int at, bool isMark, MarkdownDialect dialect)
    {
        var letter = text[at];
        if (letter is '&' or '<' or '>' && dialect.UsesEntities)
        {
            line.Append(letter switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            return;
        }

        if (isMark || letter is '\\' or '`' or '*' or '_' or '~' or '|' or '[' or ']' or '<' or '>' || (letter == ':' && MeansMore().IsMatch(text.AsSpan(at))))
            line.Append('\\');
        line.Append(letter);
    }

    // Where a heading, a list or an underline would begin.
    private static int LineMark(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at == text.Length)
            return -1;
        return text[at] switch
        {
            '.' or ')' when at > start || at == 0 => at,
            '#' or '+' or '-' or '=' when at == start => at,
            _ => -1,
        };
    }

    // The colon of an address or of an emoji's name; at the end of a piece its other half may follow.
    [GeneratedRegex(@"^:(//|[\w+-]+:|/?$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeansMore();

    [GeneratedRegex(@"^@(everyone|here|channel|[!&]|\d|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CallsSomebody();
}
