using System.Text;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>Takes a text apart into plain words, in one pass from left to right.</summary>
internal ref struct WordReader(string text)
{
    private readonly StringBuilder _word = new(16);
    private readonly List<PlainWord> _words = [];
    private int _start = -1;
    private int _end;
    private int _sentence;
    private bool _beginsClause;
    private bool _isQuoted;

    /// <summary>The words of a text.</summary>
    public static List<PlainWord> Read(string text)
    {
        var reader = new WordReader(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                reader.Take(PlainLetters.Of(new Rune(text[at], text[at + 1])), at, 2);
                at++;
            }
            else
            {
                reader.Take(at);
            }
        }

        reader.EndWord();
        return reader._words;
    }

    private void Take(int at)
    {
        var character = text[at];
        if (PlainLetters.Of(character) is { } letters)
            Take(letters, at, 1);
        else if (IsBetweenLetters(at) && StandsIn(character) is { } meant)
            Take(meant, at, 1);
        else
            End(at);
    }

    private void Take(string? letters, int at, int length)
    {
        if (letters is null)
        {
            EndWord();
            return;
        }

        if (letters.Length == 0 && _start < 0)
            return;
        if (_start < 0)
            _start = at;
        _word.Append(letters);
        _end = at + length;
    }

    // Signs that stand for letters inside of a word, and the apostrophe, which no rule needs: "k!ll", "d@mn", "don't".
    private static string? StandsIn(char sign) => sign switch
    {
        '\'' or '’' or '‘' or '`' or '´' => "'",
        '@' => "a",
        '$' => "s",
        '!' => "i",
        '|' => "l",
        '*' => "*",
        _ => null,
    };

    private readonly bool IsBetweenLetters(int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == text[at]);

    private void End(int at)
    {
        EndWord();
        switch (text[at])
        {
            case '\n' or '!' or '?' or ';':
                EndSentence();
                break;
            case '.' when IsFullStop(at):
                EndSentence();
                break;
            case ',' or '–' or '—' or ':' or '(' or ')':
                _beginsClause = true;
                break;
            case '"' or '“' or '”' or '„' or '«' or '»':
                _isQuoted = !_isQuoted;
                break;
        }
    }

    // "I just ... want" goes on, "e.g." and "3.5" too.
    private readonly bool IsFullStop(int at) =>
        (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '”' or '“' or ')')
        && (at == 0 || text[at - 1] != '.');

    private void EndSentence()
    {
        if (_words.Count > 0 && _words[^1].Sentence == _sentence)
            _sentence++;
        _isQuoted = false;
        _beginsClause = false;
    }

    private void EndWord()
    {
        if (_start < 0)
            return;
        if (_word.Length > 0)
        {
            _words.Add(new PlainWord(_word.ToString(), _start, _end, _sentence) { BeginsClause = _beginsClause, IsQuoted = _isQuoted });
            _beginsClause = false;
        }

        _word.Clear();
        _start = -1;
    }
}
