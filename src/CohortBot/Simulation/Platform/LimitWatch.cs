using CohortBot.Chat.Documents;
using CohortBot.Chat.Rendering;

namespace CohortBot.Simulation.Platform;

/// <summary>Renders every message as the platform would get it, and notes what is over its limits.</summary>
internal sealed class LimitWatch(MessagePreview platform)
{
    private const int LongestExcerpt = 60;

    private readonly Lock _gate = new();
    private readonly SortedSet<string> _violations = new(StringComparer.Ordinal);

    /// <summary>The beginnings of the messages that the platform would have refused.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
                return [.. _violations];
        }
    }

    /// <summary>Messages that were looked at, edits included.</summary>
    public int Checked { get; private set; }

    /// <summary>Characters of the longest.</summary>
    public int Longest { get; private set; }

    /// <summary>Characters that a message may have.</summary>
    public int Limit => platform.Limits.MessageLength;

    /// <summary>Looks at a message.</summary>
    public void Look(Document document)
    {
        var length = Measure(document);
        lock (_gate)
        {
            Checked++;
            Longest = Math.Max(Longest, length ?? 0);
            if (length is null || length > Limit || !platform.Fits(document))
                _violations.Add(SafeText.Shorten(PlainText.Of(document).ReplaceLineEndings(" "), LongestExcerpt));
        }
    }

    // A button that is too long is refused by the renderer itself.
    private int? Measure(Document document)
    {
        try
        {
            return platform.Show(document).Length;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
