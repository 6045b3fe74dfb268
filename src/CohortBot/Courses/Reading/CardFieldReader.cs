using System.Globalization;
using CohortBot.Commands;

namespace CohortBot.Courses.Reading;

/// <summary>Reads a field of a card by itself; what it says about other fields is <see cref="CardReader"/>'s.</summary>
internal static class CardFieldReader
{
    /// <summary>How an author writes a kind.</summary>
    public static string Name(CardFieldKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The field. The caller refuses unknown keys when it has asked its own questions.</summary>
    public static CardField Read(YamlFields keys, IReadOnlyList<Topic> topics)
    {
        var (id, label, kind) = (keys.Text("id", "id: layer"), keys.Text("label", "label: Your layer"), ReadKind(keys, out var isKnown));
        var field = new CardField { Id = id, Label = label, Kind = kind, Only = OnlyReader.Read(keys) };
        Ids.Check(keys.File, keys.LineOf("id"), field.Id);
        if (!isKnown)
            return IgnoreRest(keys, field);
        return field.Kind switch
        {
            CardFieldKind.Choice => ReadChoice(keys, field with { From = ReadFrom(keys, topics) }),
            CardFieldKind.Score => ReadScore(keys, field with { From = ReadFrom(keys, topics) }),
            CardFieldKind.Quote => field with { From = ReadFrom(keys, topics) },
            CardFieldKind.Advice => field with { By = keys.Text("by", "by: the choice that decides"), With = ReadWith(keys), Says = ReadSays(keys) },
            CardFieldKind.Lowest => field with { Of = ReadOf(keys), Says = ReadSays(keys) },
            CardFieldKind.Missing => field with { By = keys.Text("by", "by: the choice that decides"), Of = ReadOf(keys), Needs = ReadNeeds(keys) },
            _ => field with { Of = ReadOf(keys) },
        };
    }

    private static CardFieldKind ReadKind(YamlFields keys, out bool isKnown)
    {
        var kinds = Enum.GetValues<CardFieldKind>();
        var written = keys.Text("kind", "kind: choice");
        isKnown = kinds.Any(kind => Name(kind) == written);
        if (isKnown || written.Length == 0)
            return kinds.FirstOrDefault(kind => Name(kind) == written);
        var near = CommandCatalogue.Nearest(written, kinds.Select(Name));
        keys.File.Error(keys.LineOf("kind"), near is null ? "kind_unknown" : "kind_unknown_near",
            ("kind", written), ("near", near), ("known", string.Join(", ", kinds.Select(Name))));
        return default;
    }

    // One fault is enough: what the field needs depends on its kind.
    private static CardField IgnoreRest(YamlFields keys, CardField field)
    {
        foreach (var key in (string[])["from", "pick", "at_least", "options", "levels", "otherwise", "by", "with", "of", "says", "needs"])
            keys.Ignore(key);
        return field with { Kind = CardFieldKind.Quote };
    }

    private static IReadOnlyList<string> ReadFrom(YamlFields keys, IReadOnlyList<Topic> topics)
    {
        var from = keys.Texts("from", example: null);
        foreach (var topic in from.Where(topic => topics.All(known => known.Id != topic.Text)))
            keys.File.Error(topic.Line, "from_unknown", ("topic", topic.Text), ("known", string.Join(", ", topics.Select(known => known.Id))));
        return [.. from.Select(topic => topic.Text)];
    }

    private static IReadOnlyList<string> ReadOf(YamlFields keys) => [.. keys.Texts("of", "of: [the, scores]").Select(score => score.Text)];

    private static IReadOnlyList<string> ReadWith(YamlFields keys) => [.. keys.Texts("with", example: null).Select(choice => choice.Text)];

    private static Dictionary<string, string> ReadSays(YamlFields keys) =>
        keys.Below("says", "says: with a sentence for each option")?.All().ToDictionary(pair => pair.Key, pair => pair.Value.Text.Trim(), StringComparer.Ordinal) ?? [];

    private static Dictionary<string, IReadOnlyList<string>> ReadNeeds(YamlFields keys) =>
        keys.Below("needs", "needs: with a list for each option")?.Lists()
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(need => need.Text)], StringComparer.Ordinal) ?? [];

    private static CardField ReadChoice(YamlFields keys, CardField field)
    {
        var each = keys.Each("options", "options: with id, says, cues and because");
        List<CardOption> options = [];
        foreach (var option in each)
        {
            options.Add(new CardOption(
                option.Text("id", "id: research"), option.Text("says", "says: Research"), ReadCues(option), option.Text("because", "because: You spoke of …"))
            {
                Names = [.. option.Texts("names", example: null).Select(name => name.Text)],
            });
            Ids.Check(keys.File, option.LineOf("id"), options[^1].Id);
            option.RefuseUnknown();
        }

        Ids.CheckUnique(keys.File, each.Select((option, at) => (options[at].Id, option.LineOf("id"))));
        if (keys.Has("options") && options.Count < 2)
            keys.File.Error(keys.LineOf("options"), "options_few", ("field", field.Id));
        var pick = keys.Number("pick", "pick: 1", least: 1, otherwise: 1);
        if (options.Count > 0 && pick > options.Count)
            keys.File.Error(keys.LineOf("pick"), "pick_many", ("pick", pick), ("count", options.Count));
        var least = keys.Number("at_least", "at_least: 1", least: 0, otherwise: pick);
        if (least > pick)
            keys.File.Error(keys.LineOf("at_least"), "at_least_many", ("least", least), ("pick", pick));
        var by = keys.OptionalText("by");
        var ids = options.Select(option => option.Id).ToList();
        var otherwise = (least == 0 || by is not null) && !keys.Has("otherwise") ? keys.Ignore("otherwise") : ReadOtherwise(keys, ids);
        return field with { Options = options, Pick = pick, AtLeast = least, By = by, Otherwise = otherwise };
    }

    private static CardField ReadScore(YamlFields keys, CardField field)
    {
        var each = keys.Each("levels", "levels: with score, cues and says");
        List<CardLevel> levels = [];
        foreach (var level in each)
        {
            levels.Add(new CardLevel(level.Number("score", "score: 1", least: 0), ReadCues(level), level.Text("says", "says: what this level means")));
            level.RefuseUnknown();
        }

        var scores = levels.Select(level => level.Score.ToString(CultureInfo.InvariantCulture)).ToList();
        Ids.CheckUnique(keys.File, each.Select((level, at) => (scores[at], level.LineOf("score"))));
        if (keys.Has("levels") && levels.Count < 2)
            keys.File.Error(keys.LineOf("levels"), "options_few", ("field", field.Id));
        return field with { Levels = levels, Otherwise = ReadOtherwise(keys, scores) };
    }

    private static IReadOnlyList<string> ReadCues(YamlFields keys)
    {
        var cues = keys.Texts("cues", "cues: [word, stem]");
        if (keys.Has("cues") && cues.Count == 0)
            keys.File.Error(keys.LineOf("cues"), "cues_none");
        return [.. cues.Select(cue => cue.Text)];
    }

    private static string ReadOtherwise(YamlFields keys, List<string> known)
    {
        var otherwise = keys.Text("otherwise", $"otherwise: {known.FirstOrDefault() ?? "…"}");
        if (otherwise.Length > 0 && known.Count > 0 && !known.Contains(otherwise))
            keys.File.Error(keys.LineOf("otherwise"), "otherwise_unknown", ("otherwise", otherwise), ("known", string.Join(", ", known)));
        return otherwise;
    }
}
