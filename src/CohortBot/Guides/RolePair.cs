namespace CohortBot.Guides;

/// <summary>Two roles to set side by side, from words that may not say where one name ends and the other begins.</summary>
/// <param name="First">The first role; null where it is unknown.</param>
/// <param name="Second">The second role; null where it is unknown, the first one again where only one was named.</param>
/// <param name="Unknown">The words that name no role; empty where both are known.</param>
internal sealed record RolePair(CareerRole? First, CareerRole? Second, string Unknown = "")
{
    // Two names and some words around them; each word more is one place more to split at.
    private const int MostWords = 16;

    private static readonly string[] _between = [" vs. ", " vs ", " versus ", " and ", " with ", " und ", " mit ", ", ", " / "];

    /// <summary>The pair that is meant; with a role missing where it cannot be told.</summary>
    public static RolePair Find(IReadOnlyList<CareerRole> roles, string first, string second)
    {
        var typed = Read(roles, first, second);
        if (typed.IsWhole)
            return typed;
        var text = $"{first} {second}".Trim();
        if (RoleFinder.Find(roles, text) is { } one && RoleFinder.IsPartOf(one, text))
            return new RolePair(one, one);
        var pairs = Splits(text).Select(split => Read(roles, split.First, split.Second)).ToList();
        if (pairs.Where(pair => pair.IsWhole).Distinct().ToList() is [var only])
            return only;
        if (typed.First is not null || typed.Second is not null)
            return typed;
        return pairs.Where(pair => pair.First is null != pair.Second is null).MinBy(pair => pair.Unknown.Length) ?? typed;
    }

    private bool IsWhole => First is not null && Second is not null && First != Second;

    private static RolePair Read(IReadOnlyList<CareerRole> roles, string first, string second)
    {
        var (one, other) = (RoleFinder.Find(roles, first), RoleFinder.Find(roles, second));
        return new RolePair(one, other, (one, other) switch
        {
            (null, null) => $"{first} {second}".Trim(),
            (null, _) => first,
            (_, null) => second,
            _ => "",
        });
    }

    // "data scientist data engineer" at every word; where a word stands between the names, only there.
    private static IEnumerable<(string First, string Second)> Splits(string text)
    {
        foreach (var word in _between)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return [(text[..at], text[(at + word.Length)..])];
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, words.Length > MostWords ? 0 : Math.Max(0, words.Length - 1)).Select(at => (string.Join(' ', words[..at]), string.Join(' ', words[at..])));
    }
}
