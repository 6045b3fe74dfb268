namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>
/// Reads a rule file. A line <c>rule NAME</c> or <c>idiom</c> begins a section, each line after it is one phrase, <c>$set = a|b</c> names
/// alternatives. In a phrase: <c>word</c>, <c>(a|two words)</c>, <c>$set</c>; <c>word*</c> any ending, <c>word%</c> also one letter off,
/// <c>x?</c> may be missing, <c>~3</c> up to three words of any kind, <c>^</c> and <c>.</c> the beginning and the end of a sentence.
/// </summary>
internal sealed class PhraseReader(SafetyClass safetyClass)
{
    // A phrase's places are counted in one machine word.
    private const int MostElements = 63;

    private readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal);
    private readonly List<PhrasePattern> _patterns = [];
    private string _rule = "";
    private bool _isIdiom;

    /// <summary>The phrases of a file.</summary>
    /// <exception cref="FormatException">A line is not understood.</exception>
    public static IReadOnlyList<PhrasePattern> Read(SafetyClass safetyClass, string file)
    {
        var reader = new PhraseReader(safetyClass);
        foreach (var line in file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith('#'))
                reader.Take(line);
        }

        return reader._patterns;
    }

    private void Take(string line)
    {
        if (line.StartsWith("rule ", StringComparison.Ordinal))
            (_rule, _isIdiom) = (line[5..], false);
        else if (line == "idiom")
            (_rule, _isIdiom) = (line, true);
        else if (line[0] == '$' && line.IndexOf(" = ", StringComparison.Ordinal) is var at and > 0)
            _sets[line[..at]] = line[(at + 3)..];
        else
            Add(line);
    }

    private void Add(string line)
    {
        foreach (var elements in Sequences(line))
        {
            if (_rule.Length == 0 || elements.Length is 0 or > MostElements || elements[0].IsGap || elements[^1].IsGap || elements.All(element => element.IsOptional))
                throw new FormatException($"The phrase '{line}' has no rule, is empty or too long, or begins or ends with a gap.");
            _patterns.Add(new PhrasePattern(safetyClass, _rule, _isIdiom, elements));
        }
    }

    // Alternatives of one word share a place; those of several words make phrases of their own.
    private List<PhraseElement[]> Sequences(string text)
    {
        List<PhraseElement[]> all = [[]];
        foreach (var token in Split(text, ' '))
            all = [.. all.SelectMany(before => Forms(token).Select(form => (PhraseElement[])[.. before, .. form]))];
        return all;
    }

    private List<PhraseElement[]> Forms(string token)
    {
        if (token[0] == '~')
            return [[.. Enumerable.Repeat(PhraseElement.Gap, token[1] - '0')]];
        var isOptional = token.EndsWith('?');
        var alternatives = Alternatives(isOptional ? token[..^1] : token).ToList();
        var words = alternatives.FindAll(IsWord);
        List<PhraseElement[]> forms = words.Count == 0 ? [] : [[new PhraseElement(words, isOptional)]];
        foreach (var longer in alternatives.Where(alternative => !IsWord(alternative)))
            forms.AddRange(Sequences(longer));
        if (isOptional && words.Count == 0)
            forms.Add([]);
        return forms;
    }

    private static bool IsWord(string text) => text.IndexOfAny([' ', '(', '~']) < 0;

    private IEnumerable<string> Alternatives(string token)
    {
        if (token[0] == '$')
            return _sets.TryGetValue(token, out var named) ? Split(named, '|').SelectMany(Alternatives) : throw new FormatException($"The set '{token}' is not known.");
        return token[0] == '(' && token[^1] == ')' ? Split(token[1..^1], '|').SelectMany(Alternatives) : [token];
    }

    // At a separator that stands outside of brackets.
    private static List<string> Split(string text, char separator)
    {
        List<string> pieces = [];
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[at] != separator || depth != 0)
                continue;
            pieces.Add(text[start..at]);
            start = at + 1;
        }

        if (depth != 0)
            throw new FormatException($"The brackets of '{text}' do not fit.");
        pieces.Add(text[start..]);
        return pieces.FindAll(piece => piece.Length > 0);
    }
}
