using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Cards;

/// <summary>Tells apart what members say about themselves and what they say about ratings or to the program.</summary>
internal static partial class Claims
{
    /// <summary>Whether a sentence tries to steer the advisor: its rules, its role, its prompt.</summary>
    public static bool Steers(string sentence) => Steering().IsMatch(sentence.Replace('’', '\''));

    /// <summary>Whether a sentence asks for a rating or gives one: "give me 5/5", "I am an expert at everything".</summary>
    public static bool Rates(string sentence) => Rating().IsMatch(sentence.Replace('’', '\''));

    /// <summary>Whether a sentence has the form of a question.</summary>
    public static bool Asks(string sentence) => Question().IsMatch(sentence.Replace('’', '\'')) || (sentence.EndsWith('?') && QuestionTail().IsMatch(sentence));

    /// <summary>
    /// What of a sentence may count as evidence: all of it, nothing if it steers, asks or only rates, and what follows "because" if it
    /// gives a reason for a rating.
    /// </summary>
    public static string? EvidenceIn(string sentence)
    {
        if (Steers(sentence) || Asks(sentence))
            return null;
        if (!Rates(sentence))
            return sentence;
        var reason = Reason().Match(sentence);
        var rest = reason.Success ? sentence[(reason.Index + reason.Length)..].Trim() : "";
        return rest.Length > 0 && !Rates(rest) ? rest : null;
    }

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:rules?|instructions?|prompts?|above|before|previous|everything|guidelines?)\b|\b(?:system|developer) (?:prompt|message|mode)\b|\byou are now\b|\bpretend (?:to be|that you|you)\b|\bact as (?:a|an|if|my)\b|\b(?:print|show|reveal|repeat|tell me) (?:me )?(?:your|the) (?:system |hidden |secret )?(?:prompt|rules|instructions)\b|\bjailbreak|\bmark (?:this|the|my) lab (?:as )?(?:complete|done|finished)\b|\b(?:put|write|set|make) .{0,30}\b(?:on|in|into) (?:my|the) card\b|\b(?:vergiss|ignoriere?)\b.{0,40}\b(?:regeln|anweisungen|prompt)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Steering();

    [GeneratedRegex(@"\b\d\s*/\s*(?:5|10|20)\b|\b(?:five|ten|\d) out of (?:five|ten|twenty|\d+)\b|\b(?:rate|score|grade|mark|rank|give|bewerte|gib)\s+(?:me|my|myself|mich|mir|us)\b.{0,30}(?:\b[1-5]\b|five|high|top|full|best|max|perfect|everything|expert|fünf|punkt)|\b(?:full|top|maximum|max|highest|best|perfect) (?:marks?|scores?|ratings?|points?)\b|\b(?:i am|i'm|im|i'd call myself|ich bin)\s+(?:(?:an?|the|ein\w*|absolute|total|real|true|world[- ]class|complete)\s+)*(?:expert|experte|expertin|genius|master|guru|wizard|rockstar|amazing|brilliant|excellent|perfect|the best|best|world[- ]class|top)\b|\b(?:expert|best|perfect|good|great) (?:at|in) everything\b|\b(?:i am|i'm) a (?:5|five)\b|\bi deserve\b|\bi rate myself\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rating();

    [GeneratedRegex(@"^(?:(?:and|but|so|also|ok|okay|hi|hello|hey|well|und|aber),?\s+)?(?:what|how|which|who|whom|whose|where|when|why|is|are|am|do|does|did|can|could|should|would|will|was|wie|wer|wo|wann|warum|welche\w*|kann|kannst|ist|sind|gibt)\b[^.!]*\?\s*$|^(?:please )?(?:tell me (?:about|what|how|more|which|why)|explain (?:to me )?(?:what|how|the|why)|what (?:is|are|does|do) )", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"(?:[,;–-]|\b(?:but|and|so|know|wonder|asking|question)\b)\s*(?:what|how|which|who|where|when|why|is|are|do|does|can|could|should)\s(?:\w+\s){1,}\w+\?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuestionTail();

    [GeneratedRegex(@"\b(?:because|since|as i|weil)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Reason();
}
