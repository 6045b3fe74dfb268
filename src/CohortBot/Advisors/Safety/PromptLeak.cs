using System.Text;

namespace CohortBot.Advisors.Safety;

/// <summary>
/// Watches an answer as it comes for the author's prompt: a long run of the prompt's own words, in their order, is held back. Shorter runs pass, since
/// prompts are written in ordinary words and name what the lesson names.
/// </summary>
internal sealed class PromptLeak(string template)
{
    // So many words of the prompt in a row are a recital; the longest phrase that the shipped prompts tell the advisor to use has 8.
    private const int Recital = 20;

    // From here on words are held back until it is clear what they become; fewer words in a row happen all the time.
    private const int Suspicious = 6;

    private readonly PromptWords _prompt = PromptWords.Of(template);
    private readonly List<string> _run = [];
    private readonly StringBuilder _held = new();
    private readonly StringBuilder _word = new();

    /// <summary>Whether the prompt is being recited; nothing more is let through.</summary>
    public bool IsLeaking { get; private set; }

    /// <summary>Takes more of the answer; returns what of it may be shown.</summary>
    public string Take(string text)
    {
        foreach (var letter in text)
        {
            _held.Append(letter);
            if (char.IsLetterOrDigit(letter) || letter == '\'')
                _word.Append(char.ToLowerInvariant(letter));
            else
                EndWord();
        }

        return _run.Count < Suspicious ? Release() : "";
    }

    /// <summary>The answer is complete; returns what was held back and may be shown.</summary>
    public string Finish()
    {
        EndWord();
        return Release();
    }

    private string Release()
    {
        var text = IsLeaking ? "" : _held.ToString();
        _held.Clear();
        return text;
    }

    private void EndWord()
    {
        if (_word.Length == 0)
            return;
        _run.Add(_word.ToString());
        _word.Clear();
        while (_run.Count > 0 && !_prompt.HasRun(_run))
            _run.RemoveAt(0);
        IsLeaking |= _run.Count >= Recital;
    }
}
