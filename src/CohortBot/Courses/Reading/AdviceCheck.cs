namespace CohortBot.Courses.Reading;

/// <summary>Holds the lines of an advice that hangs on several choices against what can be chosen.</summary>
internal static class AdviceCheck
{
    /// <summary>Notes options with one name, lines that can never fit, and the first choice of options for which no line fits.</summary>
    /// <param name="keys">The field as it was written.</param>
    /// <param name="field">The advice.</param>
    /// <param name="choices">The choices that decide, those that exist.</param>
    public static void Run(YamlFields keys, CardField field, IReadOnlyList<CardField> choices)
    {
        if (choices.Count <= field.With.Count || !keys.Has("says"))
            return;
        Ids.CheckUnique(keys.File, choices.SelectMany(choice => choice.Options).Select(option => (option.Id, keys.LineOf("with"))));
        var known = string.Join(", ", choices.SelectMany(choice => choice.Options).Select(option => option.Id));
        foreach (var key in field.Says.Keys.Where(key => !CanFit(key, choices)))
            keys.File.Error(keys.Below("says", example: null)!.LineOf(key), "says_unknown", ("id", key), ("known", known));
        if (Combine(choices).FirstOrDefault(chosen => !field.SaysFor(chosen).Any()) is { } open)
            keys.File.Error(keys.LineOf("says"), "says_missing", ("field", field.Id), ("id", string.Join(" + ", open)));
    }

    private static bool CanFit(string key, IReadOnlyList<CardField> choices) => Combine(choices).Any(chosen => CardField.OptionsIn(key).All(chosen.Contains));

    // One option of each choice, in every way.
    private static IEnumerable<IReadOnlyList<string>> Combine(IReadOnlyList<CardField> choices) =>
        choices.Aggregate<CardField, IEnumerable<IReadOnlyList<string>>>(
            [[]], (before, choice) => before.SelectMany(chosen => choice.Options.Select(option => (IReadOnlyList<string>)[.. chosen, option.Id])));
}
