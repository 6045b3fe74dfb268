using CohortBot.Advisors.Safety.Personal;
using CohortBot.Advisors.Safety.Phrases;

namespace CohortBot.Advisors.Safety;

/// <summary>
/// Judges a text by rules alone: no model, no network, no clock, the same text always the same verdict. Time grows with the length of the
/// text and not with what stands in it. The rules are English and German; what they miss is measured in <c>docs/safety.md</c>.
/// </summary>
internal static class SafetyJudge
{
    private static readonly PhraseBook Book = PhraseBook.Load();
    private static readonly VerdictMemory Memory = new(JudgeAnew);

    /// <summary>What is in a text; never throws, whatever the text.</summary>
    public static SafetyVerdict Judge(string text) => Memory.Find(text);

    /// <summary>Whether a sentence tries to change the advisor's rules or role, or to see its prompt. One about ratings may have a reason in it: see <c>Claims</c>.</summary>
    public static bool Steers(string sentence)
    {
        foreach (var finding in Book.Scan(Book.Read(sentence)))
        {
            if (finding is { Class: SafetyClass.PromptAttack, Rule: not "rating" })
                return true;
        }

        return false;
    }

    private static SafetyVerdict JudgeAnew(string text)
    {
        var personal = PersonalData.Find(text);
        var words = Book.Read(text);
        var phrases = Book.Scan(words);
        if (personal.Count + phrases.Count == 0)
            return SafetyVerdict.Clean;
        List<SafetyFinding> findings = [.. personal, .. phrases];
        findings.Sort((first, second) => first.Start != second.Start ? first.Start.CompareTo(second.Start) : second.Length.CompareTo(first.Length));
        return new SafetyVerdict(findings, MessageContent.IsIn(words, phrases));
    }
}
