using CohortBot.Chat.Rendering;

namespace CohortBot.Simulation.Report;

/// <summary>Breaks a sentence into lines.</summary>
internal static class WordWrap
{
    /// <summary>The lines, none wider than asked for unless a single word is.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && TextWidth.Of(line) + 1 + TextWidth.Of(word) > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
