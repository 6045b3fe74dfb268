namespace CohortBot.Courses.Reading;

/// <summary>Reads for which choice alone a question or a field is there: <c>only: { track: interview }</c>.</summary>
internal static class OnlyReader
{
    /// <summary>The choice, or null where the key is absent or a problem was noted.</summary>
    public static OnlyWhere? Read(YamlFields keys)
    {
        if (keys.Below("only", example: null)?.All() is not { } pairs)
            return null;
        if (pairs.Count != 1)
            keys.File.Error(keys.LineOf("only"), "only_one");
        return pairs.Count == 1 ? new OnlyWhere(pairs.Keys.First(), pairs.Values.First().Text.Trim()) : null;
    }

    /// <summary>Notes what the card does not know.</summary>
    public static void Check(YamlFields keys, OnlyWhere? only, IReadOnlyList<CardField> fields)
    {
        if (only is null)
            return;
        var choices = fields.Where(field => field is { Kind: CardFieldKind.Choice, Only: null }).ToList();
        var choice = choices.Find(field => field.Id == only.Choice);
        if (choice is null)
            keys.File.Error(keys.LineOf("only"), "only_unknown", ("field", only.Choice), ("known", Known(choices.Select(field => field.Id))));
        else if (choice.Options.All(option => option.Id != only.Option))
            keys.File.Error(keys.LineOf("only"), "only_never", ("option", only.Option), ("known", Known(choice.Options.Select(option => option.Id))));
    }

    /// <summary>Whether each way in which a choice can come out has one of these, or one that is for everybody.</summary>
    public static bool CoversEverybody(IReadOnlyList<OnlyWhere?> each, IReadOnlyList<CardField> fields) =>
        each.Contains(null) || fields.Any(field => field.Kind == CardFieldKind.Choice
            && field.Options.All(option => each.Contains(new OnlyWhere(field.Id, option.Id))));

    private static string Known(IEnumerable<string> ids) => string.Join(", ", ids.DefaultIfEmpty("–"));
}
