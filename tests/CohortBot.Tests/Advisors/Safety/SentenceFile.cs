using CohortBot.Advisors.Safety;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Advisors.Safety;

/// <summary>
/// A file of labelled sentences, one a line, named after its class (or <c>Ordinary</c>) and language. Every second line is held out: rules are
/// tuned on the others alone.
/// </summary>
internal sealed record SentenceFile(string Label, string Language, IReadOnlyList<string> Sentences)
{
    public const string Ordinary = "Ordinary";

    public static IReadOnlyList<SentenceFile> All { get; } =
    [
        .. Repository.Files(Path.Combine("tests", "CohortBot.Tests", "Advisors", "Safety", "Sentences"), "*.txt").Select(file =>
            new SentenceFile(Path.GetFileName(file).Split('.')[0], Path.GetFileName(file).Split('.')[1], [.. File.ReadAllLines(file).Where(line => line.Length > 0)])),
    ];

    public IEnumerable<string> Tuned => Sentences.Where((_, index) => index % 2 == 0);

    public IEnumerable<string> HeldOut => Sentences.Where((_, index) => index % 2 == 1);

    public static SentenceFile Of(string label, string language) => All.Single(file => file.Label == label && file.Language == language);

    /// <summary>Whether the judge is wrong about a sentence: a class that it does not see, or one in an ordinary sentence.</summary>
    public bool IsMistaken(string sentence)
    {
        var verdict = SafetyJudge.Judge(sentence);
        return Label == Ordinary ? verdict.Findings.Count > 0 : !verdict.Has(Enum.Parse<SafetyClass>(Label));
    }
}
