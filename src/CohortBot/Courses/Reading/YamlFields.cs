using System.Globalization;
using CohortBot.Commands;
using YamlDotNet.RepresentationModel;

namespace CohortBot.Courses.Reading;

/// <summary>
/// The keys of a mapping. What is asked for is what is known: after the last question, <see cref="RefuseUnknown"/> names every other key with
/// the nearest known one, and every needed key that is not there.
/// </summary>
internal sealed class YamlFields(CourseFile file, YamlMappingNode node, int offset)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public CourseFile File => file;

    /// <summary>The line of the first key.</summary>
    public int Line => LineOf(node);

    /// <summary>The line of a key's value, or of the mapping where the key is absent.</summary>
    public int LineOf(string key) => Find(key) is { } value ? LineOf(value) : Line;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A needed text; empty with a problem noted where it is not there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">How its line could look, for the mend.</param>
    public string Text(string key, string example) => Written(key, example)?.Text.Trim() ?? "";

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) => Has(key) ? Written(key, $"{key}: …")?.Text.Trim() : Ignore(key);

    /// <summary>A needed text with its lines, or null with a problem noted.</summary>
    public YamlText? Written(string key, string example)
    {
        if (Needed(key, example) is not { } value)
            return null;
        if (value is not YamlScalarNode scalar)
            file.Error(LineOf(value), "not_text", ("key", key));
        else if (string.IsNullOrWhiteSpace(scalar.Value))
            file.Error(LineOf(value), "empty_text", ("key", key), ("example", example));
        else
            return YamlText.From(scalar, offset);
        return null;
    }

    /// <summary>A whole number that is needed where there is no <paramref name="otherwise"/>; 0 with a problem noted.</summary>
    public int Number(string key, string example, int least, int? otherwise = null)
    {
        if (!Has(key) && otherwise is { } value)
        {
            Ignore(key);
            return value;
        }

        if (Written(key, example) is not { } text)
            return 0;
        if (int.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        file.Error(text.Line, "not_a_number", ("key", key), ("value", text.Text), ("least", least), ("example", example));
        return 0;
    }

    /// <summary>The mapping below a key, or null; with a problem noted where it is needed and absent, or something else.</summary>
    public YamlFields? Below(string key, string? example)
    {
        var value = example is null ? FindKnown(key) : Needed(key, example);
        if (value is YamlMappingNode keys)
            return new YamlFields(file, keys, offset);
        if (value is not null)
            file.Error(LineOf(value), "not_keys", ("key", key));
        return null;
    }

    /// <summary>The mappings of a list, needed where there is an <paramref name="example"/>.</summary>
    public IReadOnlyList<YamlFields> Each(string key, string? example)
    {
        List<YamlFields> each = [];
        foreach (var item in Items(key, example))
        {
            if (item is YamlMappingNode keys)
                each.Add(new YamlFields(file, keys, offset));
            else
                file.Error(LineOf(item), "not_keys", ("key", key));
        }

        return each;
    }

    /// <summary>The texts of a list, needed where there is an <paramref name="example"/>; a single text is a list of one.</summary>
    public IReadOnlyList<YamlText> Texts(string key, string? example)
    {
        List<YamlText> texts = [];
        foreach (var item in Items(key, example))
        {
            if (item is YamlScalarNode { Value.Length: > 0 } scalar)
                texts.Add(YamlText.From(scalar, offset));
            else
                file.Error(LineOf(item), "not_text", ("key", key));
        }

        return texts;
    }

    /// <summary>All keys with their texts, whatever they are called.</summary>
    public IReadOnlyDictionary<string, YamlText> All()
    {
        var names = node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").ToList();
        return names.Select(name => (Name: name, Text: Written(name, $"{name}: …"))).Where(pair => pair.Text is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Text!, StringComparer.Ordinal);
    }

    /// <summary>All keys with their lists, whatever they are called.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Lists() =>
        node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").ToDictionary(name => name, name => Texts(name, $"{name}: […]"), StringComparer.Ordinal);

    /// <summary>The keys of the mapping whose values are mappings.</summary>
    public IEnumerable<YamlFields> AllBelow() => node.Children.Values.OfType<YamlMappingNode>().Select(keys => new YamlFields(file, keys, offset));

    /// <summary>Lets a key stand without reading it.</summary>
    public string? Ignore(string key)
    {
        _known.Add(key);
        return null;
    }

    /// <summary>Notes every key that nobody asked for and every needed one that is absent; the last question.</summary>
    public void RefuseUnknown()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (_known.Contains(name))
                continue;
            if (name.Contains(' ', StringComparison.Ordinal) && value is YamlScalarNode { Value: null or "" })
            {
                file.Error(LineOf(key), "comma_in_braces", ("found", name));
                continue;
            }

            var near = CommandCatalogue.Nearest(name, _known.Where(known => !Has(known)));
            if (near is null)
                file.Error(LineOf(key), "unknown_key", ("key", name), ("known", string.Join(", ", _known)));
            else
                file.Error(LineOf(key), "unknown_key_near", ("key", name), ("near", near));
            _missing.Remove(near ?? "");
        }

        foreach (var (key, example) in _missing)
            file.Error(Line, "missing_key", ("key", key), ("example", example));
    }

    private IList<YamlNode> Items(string key, string? example) =>
        (example is null ? FindKnown(key) : Needed(key, example)) switch
        {
            null or YamlScalarNode { Value: null or "" } => [],
            YamlSequenceNode list => list.Children,
            var one => [one],
        };

    private YamlNode? Needed(string key, string example)
    {
        if (FindKnown(key) is { } value)
            return value;
        _missing[key] = example;
        return null;
    }

    private YamlNode? FindKnown(string key)
    {
        _known.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private int LineOf(YamlNode at) => (int)at.Start.Line + offset;
}
