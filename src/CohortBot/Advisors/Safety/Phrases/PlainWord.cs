namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>A word in the form in which rules know it, and where it stands in the text.</summary>
/// <param name="Text">Lower case letters of the Latin alphabet and digits; umlauts are spelled out.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The character after its last one.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
internal readonly record struct PlainWord(string Text, int Start, int End, int Sentence)
{
    /// <summary>Whether a comma or a dash stands before it.</summary>
    public bool BeginsClause { get; init; }

    /// <summary>Whether it stands in quotation marks.</summary>
    public bool IsQuoted { get; init; }
}
