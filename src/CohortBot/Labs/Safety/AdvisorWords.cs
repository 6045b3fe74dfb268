using CohortBot.Advisors;
using CohortBot.Advisors.Safety;
using CohortBot.Texts;

namespace CohortBot.Labs.Safety;

/// <summary>
/// The last gate before an advisor: members' words as it may be told them. Personal data is hidden, and words of a crisis are left out even where they
/// came past the first gate (stored by an earlier version, written into a card, made by an edit after the answer).
/// </summary>
internal static class AdvisorWords
{
    /// <summary>A message as the advisor is told it; empty where it is not to be told.</summary>
    public static string Of(string text, Wording wording)
    {
        var verdict = SafetyJudge.Judge(text);
        return verdict.Has(SafetyClass.Crisis) ? "" : PersonalMask.Hide(text, verdict, kind => wording.Say("safety.hidden", ("kind", wording.Say($"safety.kind_{kind}"))));
    }

    /// <summary>A card as the advisor is told it.</summary>
    public static Card Of(Card card, Wording wording) => card with
    {
        Entries =
        [
            .. card.Entries.Select(entry => entry with { Value = Of(entry.Value, wording), Quote = entry.Quote is null ? null : Of(entry.Quote, wording) })
                .Where(entry => entry.Value.Length > 0),
        ],
    };
}
