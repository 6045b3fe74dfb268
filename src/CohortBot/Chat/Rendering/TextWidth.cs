using System.Globalization;
using System.Text;

namespace CohortBot.Chat.Rendering;

/// <summary>How many columns a text takes in a monospace font: emoji and East Asian letters take two (https://unicode.org/reports/tr11/).</summary>
internal static class TextWidth
{
    // The blocks that are wide as a whole, first and last code point.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns; counting ends with the first column after <paramref name="enough"/>.</summary>
    public static int Of(string text, int enough = int.MaxValue)
    {
        var width = 0;
        for (var at = 0; at < text.Length && width <= enough; at += StringInfo.GetNextTextElementLength(text, at))
            width += OfLetter(Rune.GetRuneAt(text, at));
        return width;
    }

    private static int OfLetter(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)
            return 0;
        return Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
    }
}
