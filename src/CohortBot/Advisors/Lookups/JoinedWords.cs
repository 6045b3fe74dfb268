using System.Text;

namespace CohortBot.Advisors.Lookups;

/// <summary>
/// Joins what a model says before and after a look-up into one text. Models go on where they were, or begin again with the same words; the second
/// time those are left out.
/// </summary>
internal sealed class JoinedWords
{
    private const string Gap = "\n\n";

    private readonly StringBuilder _round = new();
    private readonly StringBuilder _shown = new();
    private bool _repeats;

    /// <summary>All that was shown of the rounds that are over.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Words of this round. Returns what is to be shown of them; nothing as long as they only repeat what was said.</summary>
    public string Add(string words)
    {
        if (_repeats)
            words = New(_round.Append(words).ToString());
        _repeats &= words.Length == 0;
        _shown.Append(words);
        return words;
    }

    /// <summary>The round is over, and another may follow.</summary>
    public void Close()
    {
        Before += _shown;
        Restart();
    }

    /// <summary>The round broke off and begins anew.</summary>
    public void Restart()
    {
        _round.Clear();
        _shown.Clear();
        _repeats = Before.Length > 0;
    }

    private string New(string round)
    {
        var said = Before.TrimEnd();
        if (Before.StartsWith(round, StringComparison.Ordinal))
            return "";
        var fresh = (round.StartsWith(said, StringComparison.Ordinal) ? round[said.Length..] : round).TrimStart();
        return fresh.Length > 0 ? $"{Gap}{fresh}" : "";
    }
}
