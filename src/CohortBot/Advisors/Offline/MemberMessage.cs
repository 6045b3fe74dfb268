using System.Text.RegularExpressions;
using CohortBot.Advisors.Cards;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>A member's message, taken apart by its form. What it means is not known here.</summary>
internal sealed partial class MemberMessage
{
    // Fewer words than this are an answer that a follow-up may help; a bare "never" is complete.
    private const int FewWords = 4;

    /// <summary>Reads a message.</summary>
    public MemberMessage(string text)
    {
        var sentences = Sentences.Of(text);
        Statements = [.. Evidence.In(text).Select(statement => statement.Text)];
        Question = string.Join(' ', sentences.Where(sentence => Claims.Asks(sentence) && !Claims.Steers(sentence)));
        Steers = sentences.Any(sentence => Claims.Steers(sentence) || Claims.Rates(sentence));
        var straight = text.Replace('’', '\'');
        AsksWhoAnswers = WhoAnswers().IsMatch(straight);
        AsksWhatIsMeant = sentences.Any(Claims.IsAboutTheQuestion);
        IsDenial = Denial().IsMatch(straight.Trim());
        IsShort = !IsDenial && Statements.Sum(statement => Stems.Words(statement).Count()) < FewWords;
    }

    /// <summary>The sentences that say something about the member, letter by letter.</summary>
    public IReadOnlyList<string> Statements { get; }

    /// <summary>What the member asks, or empty.</summary>
    public string Question { get; }

    /// <summary>Whether a sentence tries to steer the advisor or the rating.</summary>
    public bool Steers { get; }

    /// <summary>Whether the member asks who or what answers.</summary>
    public bool AsksWhoAnswers { get; }

    /// <summary>Whether the member did not understand the question.</summary>
    public bool AsksWhatIsMeant { get; }

    /// <summary>Whether it is a plain "never" or "none", which is an answer.</summary>
    public bool IsDenial { get; }

    /// <summary>Whether there is little in it: "ok", "dunno", three words.</summary>
    public bool IsShort { get; }

    /// <summary>Whether it says enough about the member to go on to the next topic.</summary>
    public bool IsAnswer => IsDenial || Statements.Sum(statement => Stems.Words(statement).Count()) >= FewWords;

    [GeneratedRegex(@"\b(?:are|r) (?:you|u) (?:(?:a|an|really|actually|some|just|the)\s+)*(?:ai|bot|robot|human|person|real|machine|model|llm|chat ?gpt|gpt|computer|program)\b|\b(?:who|what) are you\b|\bam i (?:talking|speaking|chatting) (?:to|with)\b|\bbist du\b.{0,20}\b(?:ki|bot|mensch|maschine|echt)\b|\bwer bist du\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WhoAnswers();

    [GeneratedRegex(@"^(?:no|nope|never|none|nothing|nothing (?:yet|since school)|not really|not yet|none yet|nein|nie|keine?|nichts)[.! ]*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Denial();
}
