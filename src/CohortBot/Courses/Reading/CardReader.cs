namespace CohortBot.Courses.Reading;

/// <summary>Reads the shape of a card.</summary>
internal static class CardReader
{
    /// <summary>The shape; what is wrong with it is noted.</summary>
    public static CardShape Read(YamlFields lab, IReadOnlyList<Topic> topics)
    {
        if (lab.Below("card", "card: with title and fields") is not { } card)
            return new CardShape("", []);
        var title = card.Text("title", "title: Your card");
        var each = card.Each("fields", "fields: with at least one field");
        if (card.Has("fields") && each.Count == 0)
            card.File.Error(card.LineOf("fields"), "card_empty");
        var fields = each.Select(keys => CardFieldReader.Read(keys, topics)).ToList();
        Ids.CheckUnique(lab.File, fields.Select((field, at) => (field.Id, each[at].LineOf("id"))));
        for (var at = 0; at < fields.Count; at++)
            CheckReferences(each[at], fields[at], fields, at);
        foreach (var keys in each)
            keys.RefuseUnknown();
        card.RefuseUnknown();
        return new CardShape(title, fields);
    }

    private static void CheckReferences(YamlFields keys, CardField field, List<CardField> fields, int at)
    {
        OnlyReader.Check(keys, field.Only, fields);
        if (field is { Kind: CardFieldKind.Choice, By: { } above } && CheckKind(keys, keys.LineOf("by"), above, CardFieldKind.Choice, fields) && fields.FindIndex(other => other.Id == above) >= at)
            keys.File.Error(keys.LineOf("by"), "choice_below", ("field", above));
        if (field.Kind == CardFieldKind.Advice)
            CheckAdvice(keys, field, fields);
        if (field.Kind == CardFieldKind.Missing)
            CheckMissing(keys, field, fields);
        if (field.Kind is CardFieldKind.Sum or CardFieldKind.Lowest)
            CheckScores(keys, field, fields);
    }

    private static void CheckAdvice(YamlFields keys, CardField field, List<CardField> fields)
    {
        var by = fields.Find(other => other.Id == field.By);
        if (!CheckKind(keys, keys.LineOf("by"), field.By ?? "", CardFieldKind.Choice, fields) || by is null)
            return;
        if (field.With.Count == 0)
            CheckSays(keys, field, [.. by.Options.Select(option => option.Id)]);
        else
            AdviceCheck.Run(keys, field, [.. keys.Texts("with", example: null).Where(choice => CheckKind(keys, choice.Line, choice.Text, CardFieldKind.Choice, fields))
                .Select(choice => fields.First(other => other.Id == choice.Text)).Prepend(by)]);
        foreach (var (option, says) in field.Says)
        {
            foreach (var quote in SaysWithQuotes.FieldsIn(says))
                CheckKind(keys, keys.Below("says", example: null)!.LineOf(option), quote, CardFieldKind.Quote, fields);
        }
    }

    private static void CheckMissing(YamlFields keys, CardField field, List<CardField> fields)
    {
        var by = fields.Find(other => other.Id == field.By);
        if (CheckKind(keys, keys.LineOf("by"), field.By ?? "", CardFieldKind.Choice, fields) && by is not null)
            CheckKeys(keys, "needs", field, ([.. field.Needs.Keys], [.. by.Options.Select(option => option.Id)]));
        var there = keys.Texts("of", example: null);
        if (there.Count(choice => CheckKind(keys, choice.Line, choice.Text, CardFieldKind.Choice, fields)) != there.Count)
            return;
        var known = fields.Where(other => field.Of.Contains(other.Id)).SelectMany(other => other.Options).Select(option => option.Id).ToList();
        foreach (var need in keys.Below("needs", example: null)?.Lists().Values.SelectMany(list => list).Where(need => !known.Contains(need.Text)) ?? [])
            keys.File.Error(need.Line, "need_unknown", ("need", need.Text), ("known", string.Join(", ", known)));
    }

    private static void CheckScores(YamlFields keys, CardField field, List<CardField> fields)
    {
        var scores = keys.Texts("of", example: null);
        var known = scores.Count(score => CheckKind(keys, score.Line, score.Text, CardFieldKind.Score, fields));
        if (field.Kind == CardFieldKind.Lowest && known == scores.Count && known > 0)
            CheckSays(keys, field, field.Of);
    }

    private static bool CheckKind(YamlFields keys, int line, string name, CardFieldKind kind, List<CardField> fields)
    {
        if (name.Length == 0 || fields.Find(other => other.Id == name)?.Kind == kind)
            return name.Length > 0;
        var known = fields.Where(other => other.Kind == kind).Select(other => other.Id).DefaultIfEmpty("–");
        var isOther = fields.Exists(other => other.Id == name);
        keys.File.Error(line, isOther ? "field_wrong_kind" : "field_unknown",
            ("field", name), ("kind", CardFieldReader.Name(kind)), ("known", string.Join(", ", known)));
        return false;
    }

    private static void CheckSays(YamlFields keys, CardField field, IReadOnlyList<string> ids) => CheckKeys(keys, "says", field, ([.. field.Says.Keys], ids));

    // Below the key there is a line for each that can be the case, and none for another.
    private static void CheckKeys(YamlFields keys, string key, CardField field, (IReadOnlyList<string> Written, IReadOnlyList<string> Possible) ids)
    {
        if (!keys.Has(key))
            return;
        foreach (var id in ids.Possible.Except(ids.Written))
            keys.File.Error(keys.LineOf(key), "says_missing", ("field", field.Id), ("id", id), ("key", key));
        foreach (var id in ids.Written.Except(ids.Possible))
            keys.File.Error(keys.Below(key, example: null)!.LineOf(id), "says_unknown", ("id", id), ("known", string.Join(", ", ids.Possible)));
    }
}
