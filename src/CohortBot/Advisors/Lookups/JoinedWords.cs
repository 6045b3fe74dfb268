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
    private string _before = "";
    private int _shown;

    /// <summary>All the words of the rounds that are over.</summary>
    public string Before => _before;

    /// <summary>Words of this round. Returns what is to be shown of them now, which may be nothing yet.</summary>
    public string Add(string words)
    {
        _round.Append(words);
        var round = _round.ToString();
        // As long as it repeats what was said, nothing new has been said.
        if (_before.Length > 0 && (_before.StartsWith(round, StringComparison.Ordinal) || string.IsNullOrWhiteSpace(round)))
            return "";
        var joined = Join(round);
        var more = joined[_shown..];
        _shown = joined.Length;
        return more;
    }

    /// <summary>The round is over, and another follows. Returns what is still to be shown.</summary>
    public string Close()
    {
        var round = _round.ToString();
        var joined = _before.StartsWith(round, StringComparison.Ordinal) || string.IsNullOrWhiteSpace(round) ? "" : Join(round);
        var more = joined.Length > _shown ? joined[_shown..] : "";
        _before += joined;
        Restart();
        return more;
    }

    /// <summary>The round broke off and begins anew.</summary>
    public void Restart()
    {
        _round.Clear();
        _shown = 0;
    }

    // What is new in this round, with the gap before it.
    private string Join(string round)
    {
        if (_before.Length == 0)
            return round;
        var said = _before.TrimEnd();
        var fresh = round.StartsWith(said, StringComparison.Ordinal) ? round[said.Length..] : round;
        return fresh.Length == 0 ? "" : $"{Gap}{fresh.TrimStart()}";
    }
}
