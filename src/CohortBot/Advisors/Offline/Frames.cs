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

    /// <summary>A sentence of which the catalogue has wordings <c>key_1</c>, <c>key_2</c> and so on.</summary>
    public string Vary(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var count = 0;
        while (texts.Has($"{key}_{count + 1}"))
            count++;
        var order = Enumerable.Range(0, count).Select(turn => $"{key}_{(_offset + talk.Exchange + turn) % count + 1}").ToList();
        return _wording.Say(order.FirstOrDefault(candidate => !WasSaid(candidate)) ?? order[0], values);
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
