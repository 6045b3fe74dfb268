using CohortBot.Advisors.Safety.Phrases;

namespace CohortBot.Advisors.Safety;

/// <summary>Tells whether a message says anything besides trying to steer the advisor.</summary>
internal static class MessageContent
{
    // Fewer words than this beside an attack ("please", "ok thanks", "now do it") are no answer of a lab.
    private const int FewestWords = 4;

    // Words before the attack in its own sentence: "I am a nurse and I want you to ignore …" says something, "now please ignore …" does not.
    private const int FewestBefore = 6;

    private static readonly HashSet<string> Own = new(
        ["i", "my", "me", "mine", "we", "our", "ich", "mein", "meine", "meinen", "meinem", "meiner", "mir", "mich", "wir", "unser", "unsere", "uns"], StringComparer.Ordinal);

    private static readonly HashSet<string> Reasons = new(["because", "since", "weil", "denn", "da"], StringComparer.Ordinal);

    /// <summary>Whether a sentence without an attack speaks of the writer, or enough is said before the attack or as a reason after it.</summary>
    public static bool IsIn(IReadOnlyList<PlainWord> words, IReadOnlyList<SafetyFinding> findings)
    {
        var attacks = findings.Where(finding => finding.Class == SafetyClass.PromptAttack).ToList();
        return words.GroupBy(word => word.Sentence).Any(sentence => SaysSomething([.. sentence], attacks));
    }

    private static bool SaysSomething(List<PlainWord> sentence, List<SafetyFinding> attacks)
    {
        var (from, to) = (sentence[0].Start, sentence[^1].End);
        var first = attacks.Where(attack => attack.Start < to && attack.End > from).Select(attack => (int?)attack.Start).Min();
        if (first is not { } start)
            return IsEnough(sentence, FewestWords);
        var last = attacks.Where(attack => attack.Start < to).Max(attack => attack.End);
        return IsEnough(sentence.FindAll(word => word.End <= start), FewestBefore)
            || IsEnough([.. sentence.Where(word => word.Start >= last).SkipWhile(word => !Reasons.Contains(word.Text))], FewestWords);
    }

    private static bool IsEnough(List<PlainWord> words, int fewest) => words.Count >= fewest && words.Exists(word => Own.Contains(word.Text));
}
