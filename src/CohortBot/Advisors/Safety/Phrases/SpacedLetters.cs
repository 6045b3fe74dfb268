namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>Reads words whose letters were set apart: "k i l l  m e", "d-i-e".</summary>
internal sealed class SpacedLetters(PhraseVocabulary vocabulary)
{
    // Fewer letters in a row are initials or options.
    private const int FewestLetters = 5;

    // Longer runs are no hidden sentence.
    private const int MostLetters = 60;

    private const int LongestWord = 20;

    /// <summary>The words with runs of single letters read as the words that they make, where they make some.</summary>
    public List<PlainWord> Join(List<PlainWord> words)
    {
        if (!HasRun(words))
            return words;
        List<PlainWord> joined = [];
        for (var at = 0; at < words.Count;)
        {
            var length = RunAt(words, at);
            if (length >= FewestLetters && Split(string.Concat(words.Skip(at).Take(length).Select(word => word.Text))) is { } made)
                joined.AddRange(made.Select(text => words[at] with { Text = text, End = words[at + length - 1].End }));
            else
                joined.AddRange(words.GetRange(at, Math.Max(1, length)));
            at += Math.Max(1, length);
        }

        return joined;
    }

    private static bool HasRun(List<PlainWord> words)
    {
        var run = 0;
        foreach (var word in words)
        {
            run = word.Text.Length == 1 ? run + 1 : 0;
            if (run == FewestLetters)
                return true;
        }

        return false;
    }

    private static int RunAt(List<PlainWord> words, int from)
    {
        var at = from;
        while (at < words.Count && at - from < MostLetters && words[at].Text.Length == 1 && words[at].Sentence == words[from].Sentence)
            at++;
        return at - from;
    }

    // The fewest known words that make up all the letters.
    private List<string>? Split(string letters)
    {
        var fewest = new (int Words, int From)[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            fewest[end] = (int.MaxValue, 0);
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
            {
                if (fewest[start].Words < fewest[end].Words - 1 && vocabulary.Knows(letters[start..end]))
                    fewest[end] = (fewest[start].Words + 1, start);
            }
        }

        if (fewest[^1].Words == int.MaxValue)
            return null;
        List<string> words = [];
        for (var end = letters.Length; end > 0; end = fewest[end].From)
            words.Insert(0, letters[fewest[end].From..end]);
        return words;
    }
}
