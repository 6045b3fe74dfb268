using System.Text.RegularExpressions;
using CohortBot.Advisors.Safety;

namespace CohortBot.Advisors.Cards;

/// <summary>Tells apart what members say about themselves and what they say about ratings or to the program.</summary>
internal static partial class Claims
{
    /// <summary>Whether a sentence tries to steer the advisor: its rules, its role, its prompt.</summary>
    public static bool Steers(string sentence) => Steering().IsMatch(sentence.Replace('’', '\'')) || SafetyJudge.Steers(sentence);

    /// <summary>Whether a sentence asks for a rating or gives one: "give me 5/5", "I am an expert at everything".</summary>
    public static bool Rates(string sentence) => Rating().IsMatch(sentence.Replace('’', '\''));

    /// <summary>Whether a sentence has the form of a question.</summary>
    public static bool Asks(string sentence) => Question().IsMatch(sentence.Replace('’', '\'')) || (sentence.EndsWith('?') && QuestionTail().IsMatch(sentence));

    /// <summary>Whether a sentence says no more than "I don't know".</summary>
    public static bool KnowsNothing(string sentence) => NotKnowing().IsMatch(sentence.Replace('’', '\'').Trim());

    /// <summary>Whether a sentence says that the question was not understood.</summary>
    public static bool IsAboutTheQuestion(string sentence) => WhatIsMeant().IsMatch(sentence.Replace('’', '\''));

    /// <summary>
    /// What of a sentence may count as evidence: all of it, nothing if it steers, asks or only rates, and what follows "because" if it
    /// gives a reason for a rating.
    /// </summary>
    public static string? EvidenceIn(string sentence)
    {
        if (Steers(sentence) || Asks(sentence) || KnowsNothing(sentence) || IsAboutTheQuestion(sentence))
            return null;
        if (!Rates(sentence))
            return sentence;
        var reason = Reason().Match(sentence);
        var rest = reason.Success ? sentence[(reason.Index + reason.Length)..].Trim() : "";
        return rest.Length > 0 && !Rates(rest) ? rest : null;
    }

    [GeneratedRegex(
        """
        \b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,2}?(?:your|previous|above|prior|earlier|all)\b(?:\s+\w+){0,3}?\s+(?:rules?|instructions?|prompts?|guidelines?)\b
        |\b(?:ignore|disregard|forget)\s+(?:everything|all)\s+(?:above|before|you)\b
        |\b(?:system|developer)\s(?:prompt|message|mode)\b |\bjailbreak
        |\byou\sare\snow\b |^(?:please\s)?(?:pretend|act\sas)\b |\byou\s(?:must|should|will)\s(?:pretend|act\sas)\b
        |\b(?:print|show|reveal|repeat|tell\sme)\s(?:me\s)?(?:your|the)\s(?:system\s|hidden\s|secret\s)?(?:prompt|rules|instructions)\b
        |\bmark\s(?:this|the|my)\slab\b |^(?:please\s)?(?:put|write|set)\s.{0,40}\b(?:on|in|into)\s(?:my|the)\scard\b
        |\b(?:vergiss|ignoriere?)\b.{0,40}\b(?:regeln|anweisungen|vorgaben)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Steering();

    [GeneratedRegex(
        """
        \b\d\s*/\s*(?:5|10|20)\b |\b(?:five|ten|\d+)\sout\sof\s(?:five|ten|twenty|5|10|20)\b
        |\b(?:rate|score|grade|rank|bewerte)\s+(?:me|myself|mich)\b
        |(?:^|\b(?:please|just|and|then|so|you|must|should|bitte)\s+)(?:give|gib)\s+(?:me|myself|mir)\s+(?:\w+\s+){0,3}?
            (?:[1-5]s?\b(?!\s+(?:more\s)?(?:minute|hour|day|week|month|year|patient))|fives?\b|full|top|max|points?\b|marks?\b|fünf|punkte)
        |\b(?:full|top|maximum|max|highest|perfect)\s(?:marks?|scores?|ratings?|points?)\b
        |\b(?:i\sam|i'm|im|ich\sbin)\s+(?:(?:an?|the|ein\w*|absolute|total|real|true|world[-\s]class|complete)\s+)*
            (?:experts?\b(?!\switness)|expert(?:e|in)\b|genius|master\b(?!'|\s(?:student|degree|thesis|of))|guru|wizard|rockstar|world[-\s]class)
        |\b(?:expert|best|perfect|good|great|amazing)\s(?:at|in)\severything\b |\b(?:i\sam|i'm)\sa\s(?:5|five)\b |\bi\sdeserve\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Rating();

    [GeneratedRegex(@"^(?:(?:and|but|so|also|ok|okay|hi|hello|hey|well|und|aber),?\s+)?(?:what|how|which|who|whom|whose|where|when|why|is|are|am|do|does|did|can|could|should|would|will|was|wie|wer|wo|wann|warum|welche\w*|kann|kannst|ist|sind|gibt)\b[^.!]*\?\s*$|^(?:please )?(?:tell me (?:about|what|how|more|which|why)|explain (?:to me )?(?:what|how|the|why)|what (?:is|are|does|do) )", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"(?:[,;–-]|\b(?:but|and|so|know|wonder|asking|question)\b)\s*(?:what|how|which|who|where|when|why|is|are|do|does|can|could|should)\s(?:\w+\s){1,}\w+\?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex QuestionTail();

    [GeneratedRegex(@"\b(?:because|since|as i|weil)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\bwhat do you mean\b|\b(?:don't|dont|do not|didn't) (?:really )?(?:understand|get) (?:the|your|that|this) question\b|\b(?:rephrase|repeat|explain) (?:the|your|that) question\b|\bwas meinst du\b|\bverstehe die frage nicht\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WhatIsMeant();

    [GeneratedRegex(@"^(?:(?:well|hm+|um+|uh|sorry|honestly),?\s+)*(?:i\s+)?(?:don't|dont|do not|dunno|idk|not sure|no idea|no clue|keine ahnung|weiß nicht)(?:\s+(?:really|know|sure|yet|exactly|honestly|what to say|i guess))*[.! ]*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NotKnowing();
}
