using System.Reflection;
using System.Text;
using System.Text.Json;

namespace CohortBot.Texts;

/// <summary>
/// Every sentence that a person reads, by language and key. The files stand in <c>Texts/Catalogue/LANGUAGE/FEATURE.json</c>; a key begins
/// with its feature (<c>labs.exchange_count</c>). A key that a language lacks is said in English.
/// </summary>
public sealed class TextCatalogue
{
    private readonly Dictionary<Locale, Dictionary<string, string>> _messages = [];

    /// <summary>Reads the files that the program carries.</summary>
    public TextCatalogue()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var locale = new Locale(resource.Replace('\\', '/').Split('/')[1]);
            var messages = _messages.TryGetValue(locale, out var known) ? known : _messages[locale] = new(StringComparer.Ordinal);
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                messages.Add(key, text);
        }

        _messages[Locale.Pseudo] = _messages[Locale.English].ToDictionary(entry => entry.Key, entry => Stretch(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>The keys of a language.</summary>
    public IReadOnlyCollection<string> Keys(Locale locale) => _messages[locale].Keys;

    /// <summary>The message as it stands in the catalogue.</summary>
    /// <exception cref="KeyNotFoundException">No language has the key.</exception>
    public string Find(Locale locale, string key)
    {
        if (_messages.TryGetValue(locale, out var messages) && messages.TryGetValue(key, out var text))
            return text;
        return _messages[Locale.English].TryGetValue(key, out text) ? text : throw new KeyNotFoundException($"No text has the key '{key}'.");
    }

    /// <summary>Whether the key exists.</summary>
    public bool Has(string key) => _messages[Locale.English].ContainsKey(key);

    /// <summary>What the program says in a language.</summary>
    public Wording In(Locale locale) => new(this, locale);

    // Accents on the vowels outside of braces and a third more length; markup stays.
    private static string Stretch(string message)
    {
        var text = new StringBuilder("[");
        var depth = 0;
        foreach (var letter in message)
        {
            depth += letter switch { '{' => 1, '}' => -1, _ => 0 };
            text.Append(depth > 0 ? letter : letter switch { 'a' => 'á', 'e' => 'é', 'i' => 'í', 'o' => 'ó', 'u' => 'ú', 'A' => 'Á', 'E' => 'É', 'O' => 'Ó', _ => letter });
        }

        return text.Append('~', message.Length / 3).Append(']').ToString();
    }
}
