using CohortBot.Chat.Documents;
using CohortBot.Operations;

namespace CohortBot.Texts;

/// <summary>What the program says in one language.</summary>
public sealed class Wording(TextCatalogue catalogue, Locale locale)
{
    /// <summary>The language.</summary>
    public Locale Locale => locale;

    /// <summary>A message in plain words.</summary>
    /// <param name="key">Its key in the catalogue.</param>
    /// <param name="values">What its braces stand for.</param>
    /// <exception cref="KeyNotFoundException">No text has the key.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        MessageFormat.Fill(catalogue.Find(locale, key), locale.Culture, ToDictionary(values));

    /// <summary>A sentence that was made before a language was chosen.</summary>
    internal string Say(Sentence sentence) => sentence.Before + Say(sentence.Key, sentence.Values);

    /// <summary>
    /// A message with its <c>**bold**</c>, <c>*italic*</c> and <c>`code`</c> as runs. The markup is read before the values are put in, so a
    /// value is always shown letter by letter, whatever it says.
    /// </summary>
    public IReadOnlyList<Run> Runs(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var filled = ToDictionary(values);
        return [.. Emphasis.Read(catalogue.Find(locale, key)).Select(run => run with { Text = MessageFormat.Fill(run.Text, locale.Culture, filled) })];
    }

    /// <summary>A message as a paragraph.</summary>
    public Paragraph Paragraph(string key, params ReadOnlySpan<(string Name, object? Value)> values) => new(Runs(key, values));

    /// <summary>A message as small print.</summary>
    public Note Note(string key, params ReadOnlySpan<(string Name, object? Value)> values) => new(Runs(key, values));

    /// <summary>A message as a heading.</summary>
    public Heading Heading(int level, string key, params ReadOnlySpan<(string Name, object? Value)> values) => new(level, Runs(key, values));

    /// <summary>A message of one paragraph.</summary>
    public Document Document(string key, params ReadOnlySpan<(string Name, object? Value)> values) => new([Paragraph(key, values)]);

    /// <summary>A button whose label is a message.</summary>
    public Button Button(string key, string action, ButtonLook look = ButtonLook.Plain) => new(Say(key), action, look);

    private static Dictionary<string, object?> ToDictionary(ReadOnlySpan<(string Name, object? Value)> values)
    {
        var filled = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
            filled[name] = value;
        return filled;
    }
}
