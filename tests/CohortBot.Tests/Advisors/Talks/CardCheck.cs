using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Courses;

namespace CohortBot.Tests.Advisors.Talks;

/// <summary>Holds a card against its shape and against what the member wrote.</summary>
internal static class CardCheck
{
    public static void IsValid(Lab lab, Card card, IReadOnlyList<string> words)
    {
        Assert.Equal(Fields(lab, card).Select(field => field.Id), card.Entries.Select(entry => entry.Id));
        Assert.All(lab.Card.Fields.Except(Fields(lab, card)), field => Assert.NotNull(field.Only));
        foreach (var (field, entry) in Fields(lab, card).Zip(card.Entries))
        {
            var where = $"{lab.Id.Value}, {field.Id}: {entry}";
            Assert.False(string.IsNullOrWhiteSpace(entry.Value), where);
            Assert.True(entry.Quote is null || words.Any(said => said.Contains(entry.Quote.TrimEnd('…', ' '), StringComparison.Ordinal)), where);
            Assert.True(entry.Quote is null || Claims.EvidenceIn(entry.Quote) is not null, where);
            Assert.True(field.Kind != CardFieldKind.Quote || entry.IsGuess || entry.Value == entry.Quote, where);
            Assert.True(field.Kind is not (CardFieldKind.Choice or CardFieldKind.Score) || entry.IsGuess || entry.Quote is not null || field.AtLeast == 0, where);
            if (field.Kind == CardFieldKind.Choice)
            {
                Assert.True(entry.Chosen!.Count <= field.Pick && entry.Chosen.All(id => Options(lab, field).Contains(id)), where);
                Assert.True(entry.Chosen.Count >= Math.Min(1, field.AtLeast ?? 1) || entry.IsGuess, where);
            }

            if (field.Kind == CardFieldKind.Score)
                Assert.True(field.Levels.Any(level => level.Score == entry.Score), where);
        }
    }

    /// <summary>What a card judges and advises, without the member's own words: two people may say different things and be told the same.</summary>
    public static string Judgements(Lab lab, Card card) =>
        string.Join('\n', Fields(lab, card).Zip(card.Entries).Where(pair => pair.First.Kind != CardFieldKind.Quote).Select(pair => $"{pair.Second.Id}: {pair.Second.Value}"));

    // A card that branches leaves out the fields of the branch that the member did not take.
    private static IEnumerable<CardField> Fields(Lab lab, Card card) => lab.Card.Fields.Where(field => card.Find(field.Id) is not null);

    private static IEnumerable<string> Options(Lab lab, CardField field) =>
        (field.Options.Count > 0 ? field : lab.Card.Fields.First(other => other.Id == field.By)).Options.Select(option => option.Id);
}
