namespace CohortBot.Guides;

/// <summary>The answers that were given so far, a letter each. They travel in the buttons; nothing is kept of them.</summary>
internal readonly record struct FitAnswers
{
    private readonly string? _letters;

    private FitAnswers(string letters) => _letters = letters;

    /// <summary>The letters.</summary>
    public string Letters => _letters ?? "";

    /// <summary>The question that comes next, from 1.</summary>
    public int Next => Letters.Length + 1;

    /// <summary>Whether all questions are answered.</summary>
    public bool IsComplete => Letters.Length == FitTable.Questions;

    /// <summary>Reads letters; null where they are no answers.</summary>
    public static FitAnswers? TryRead(string letters)
    {
        var plain = letters.Trim().ToLowerInvariant();
        return plain.Length <= FitTable.Questions && plain.All(letter => FitTable.Answers.Contains(letter, StringComparison.Ordinal)) ? new FitAnswers(plain) : null;
    }

    /// <summary>These and one more.</summary>
    public FitAnswers With(char letter) => new(Letters + letter);

    /// <summary>These without the last.</summary>
    public FitAnswers Back() => new(Letters.Length > 0 ? Letters[..^1] : "");

    /// <summary>Each with its question, from 1.</summary>
    public IEnumerable<FitAnswer> All() => Letters.Select((letter, index) => new FitAnswer(index + 1, letter));
}

/// <summary>An answer to a question.</summary>
/// <param name="Question">The question, from 1.</param>
/// <param name="Letter">The answer's letter.</param>
internal readonly record struct FitAnswer(int Question, char Letter)
{
    /// <summary>The key of its words.</summary>
    public string Key => $"career.fit_{Question}{Letter}";

    /// <summary>What it gives to a layer or role.</summary>
    public int PointsFor(string target) => FitTable.PointsOf(Question, Letter, target);
}
