using System.Globalization;
using CohortBot.Chat;
using CohortBot.Courses;

namespace CohortBot.Labs;

/// <summary>The form in which a member corrects a card: five fields at a time, since that is what Discord shows.</summary>
internal static class CardForm
{
    private const int MostFields = 5;
    private const int LongestLabel = 45; // Discord's limit

    /// <summary>How many forms the card takes.</summary>
    public static int Parts(LabScene scene, KeptCard card) => CardEdits.Editable(scene.Lab, card.Card).Chunk(MostFields).Count();

    /// <summary>A part of the form, counted from 1.</summary>
    public static Form Write(LabScene scene, KeptCard card, int part)
    {
        var fields = CardEdits.Editable(scene.Lab, card.Card).Chunk(MostFields).ElementAt(Math.Clamp(part, 1, Parts(scene, card)) - 1);
        var action = string.Create(CultureInfo.InvariantCulture, $"lab save {scene.Options} version:{card.Version} part:{part}");
        return new Form(card.Card.Title, action, [.. fields.Select(field => WriteField(field, card))], scene.Wording.Say("labs.save_button"));
    }

    private static FormField WriteField(CardField field, KeptCard card) => new(
        field.Id,
        field.Label.Length <= LongestLabel ? field.Label : $"{field.Label[..(LongestLabel - 1)]}…",
        card.Card.Find(field.Id)?.Value ?? "",
        IsLong: field.Kind is not CardFieldKind.Score);
}
