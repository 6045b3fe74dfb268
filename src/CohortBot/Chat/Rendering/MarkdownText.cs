using System.Text;
using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering;

/// <summary>Runs as Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Everything on one line; newlines become spaces.</summary>
    public static string Line(IReadOnlyList<Run> runs, MarkdownDialect dialect) => string.Join(' ', Lines(runs, dialect));

    /// <summary>Line by line, without blank lines at the ends.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Run> runs, MarkdownDialect dialect)
    {
        var lines = Prose.Lines(runs).Select(line => OneLine(line, dialect)).ToList();
        var first = lines.FindIndex(line => line.Length > 0);
        var last = lines.FindLastIndex(line => line.Length > 0);
        return first < 0 ? [] : lines[first..(last + 1)];
    }

    private static string OneLine(IReadOnlyList<Run> runs, MarkdownDialect dialect)
    {
        var line = new StringBuilder();
        var mayBegin = true;
        foreach (var run in Prose.Merge(runs))
        {
            var piece = Piece(run, dialect, mayBegin);
            mayBegin &= run.Text.All(letter => char.IsWhiteSpace(letter) || char.IsAsciiDigit(letter));

            // "**a**" and "*b*" side by side would be read as one run of stars.
            if (line.Length > 0 && piece.Length > 0 && line[^1] == piece[0] && piece[0] is '*' or '`')
                line.Append(MarkdownEscape.Gap);
            line.Append(piece);
        }

        return line.ToString().Trim();
    }

    private static string Piece(Run run, MarkdownDialect dialect, bool mayBegin)
    {
        var words = SafeText.Clean(run.Text).Trim();
        if (words.Length == 0)
            return run.Text.Length == 0 ? "" : " ";
        var before = char.IsWhiteSpace(run.Text[0]) ? " " : "";
        var after = char.IsWhiteSpace(run.Text[^1]) ? " " : "";
        var text = run.IsCode ? Code(words, dialect) : MarkdownEscape.Line(words, dialect, mayBegin);
        var stars = new string('*', (run.IsBold ? 2 : 0) + (run.IsItalic ? 1 : 0));
        return $"{before}{stars}{Linked(run.Url, words, text, dialect)}{stars}{after}";
    }

    private static string Linked(string? target, string words, string text, MarkdownDialect dialect)
    {
        if (SafeLink.Absolute(target) is not { } url)
            return text;
        var address = url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("@", "%40", StringComparison.Ordinal);
        if (dialect.UsesEntities)
            return $"[{text}]({address})";

        // Angle brackets keep Discord from showing a preview; words that look like an address are never a link's label there.
        if (words == target || words == url)
            return $"<{address}>";
        return words.Contains("://", StringComparison.Ordinal) ? $"{text} (<{address}>)" : $"[{text}](<{address}>)";
    }

    // Two ticks hold one tick inside; more than one inside would begin a block of code.
    private static string Code(string words, MarkdownDialect dialect)
    {
        if (words.Contains("``", StringComparison.Ordinal))
            return MarkdownEscape.Line(words, dialect);
        var text = dialect.WithoutMentions(words);
        return text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";
    }
}
