using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>The offline advisor's own sentences: several wordings of each, none said again before all were said.</summary>
internal sealed class Frames(TextCatalogue texts, LabConversation talk)
{
    private readonly Wording _wording = texts.In(talk.Locale);
    private readonly IReadOnlyList<string> _said = [.. talk.Past.Select(past => Letters(past.Answered))];
    private readonly int _offset = talk.MemberWords.FirstOrDefault()?.Sum(letter => letter) ?? 0;

    /// <summary>A sentence that has one wording.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => _wording.Say(key, values);

    /// <summary>A sentence of which the catalogue has several wordings: <c>advisors.vary_NAME_1</c> and so on.</summary>
    public string Vary(string name, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        List<string> keys = [];
        while (texts.Has($"advisors.vary_{name}_{keys.Count + 1}"))
            keys.Add($"advisors.vary_{name}_{keys.Count + 1}");
        var first = (_offset + talk.Exchange) % keys.Count;
        List<string> order = [.. keys[first..], .. keys[..first]];
        return _wording.Say(order.Find(key => !WasSaid(key)) ?? order[0], values);
    }

    /// <summary>Whether words stand in an earlier answer; marks and spaces do not matter.</summary>
    public bool WasSaid(string words, int shortest) => Letters(words) is var letters && letters.Length >= shortest && _said.Any(said => said.Contains(letters, StringComparison.Ordinal));

    private bool WasSaid(string key)
    {
        var longest = Letters(texts.Find(talk.Locale, key).Split('{', '}').Where((_, at) => at % 2 == 0).MaxBy(part => part.Length) ?? "");
        return _said.Any(said => said.Contains(longest, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
