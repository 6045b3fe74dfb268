using Markdig.Syntax;

namespace CohortBot.Chat.Documents.Markdown;

/// <summary>A text while it is read: its source, and what was found that messages cannot show.</summary>
internal sealed class MarkdownContext(string source, bool isLenient)
{
    private readonly List<MarkdownFault> _faults = [];

    /// <summary>Whether what messages cannot show becomes plain text instead of a fault.</summary>
    public bool IsLenient => isLenient;

    /// <summary>The faults by line.</summary>
    public IReadOnlyList<MarkdownFault> Faults => [.. _faults.OrderBy(fault => fault.Line)];

    /// <summary>Notes a fault, unless the text is read leniently.</summary>
    public void Refuse(MarkdownObject found, MarkdownFaultKind kind)
    {
        if (!isLenient)
            _faults.Add(new MarkdownFault(found.Line + 1, kind, Shorten(Written(found))));
    }

    /// <summary>What was written, letter by letter.</summary>
    public string Written(MarkdownObject found)
    {
        var start = Math.Clamp(found.Span.Start, 0, source.Length);
        var end = Math.Clamp(found.Span.End + 1, start, source.Length);
        return source[start..end];
    }

    /// <summary>The first line, at most 40 characters.</summary>
    public static string Shorten(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length <= 40 ? line : $"{line[..39].TrimEnd()}…";
    }
}
