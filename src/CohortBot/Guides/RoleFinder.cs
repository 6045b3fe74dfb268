using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary>Finds a role by what somebody calls it.</summary>
internal static class RoleFinder
{
    private const int MostNear = 3;

    private static readonly Dictionary<string, string> _short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ml"] = "machine learning",
        ["ai"] = "ai",
        ["llm"] = "llm",
        ["nlp"] = "nlp",
        ["cv"] = "computer vision",
        ["pm"] = "product manager",
        ["swe"] = "software engineer",
    };

    // What many roles share says little about which one is meant.
    private static readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase) { "ai", "engineer", "or", "the", "a", "of", "and" };

    /// <summary>The role that is meant, or null where it cannot be told.</summary>
    public static CareerRole? Find(IReadOnlyList<CareerRole> roles, string asked)
    {
        var words = Words(asked);
        var fitting = roles.Where(role => words.SetEquals(Words(role.Name))).ToList();
        if (fitting.Count == 0 && words.Except(_common).Any())
            fitting = [.. roles.Where(role => words.IsSubsetOf(Words(role.Name)) || words.IsSupersetOf(Words(role.Name)))];
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>Whether all that was asked belongs to the role's name.</summary>
    public static bool IsPartOf(CareerRole role, string asked) => Words(asked).IsSubsetOf(Words(role.Name));

    /// <summary>The names of roles that come near, nearest first; all of them where none does.</summary>
    public static IReadOnlyList<string> Near(IReadOnlyList<CareerRole> roles, string asked)
    {
        var words = Words(asked);
        var near = roles.Select(role => (role.Name, Score: Score(words, Words(role.Name)))).Where(role => role.Score > 0)
            .OrderByDescending(role => role.Score).Take(MostNear).Select(role => role.Name).ToList();
        return near.Count > 0 ? near : [.. roles.Select(role => role.Name)];
    }

    private static double Score(HashSet<string> asked, HashSet<string> name) => asked.Sum(word => name.Max(part => Score(word, part)));

    // "lerning" and "sientist" are mistyped; in a short word every letter counts.
    private static double Score(string word, string part)
    {
        if (word.Equals(part, StringComparison.OrdinalIgnoreCase))
            return _common.Contains(word) ? 0.2 : 1;
        return word.Length > 4 && !_common.Contains(part) && CommandCatalogue.Distance(word, part) <= (word.Length > 6 ? 2 : 1) ? 0.8 : 0;
    }

    private static HashSet<string> Words(string name) => new(
        name.Split([' ', '-', '/', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => _short.GetValueOrDefault(word, word).Split(' '))
            .Select(Singular),
        StringComparer.OrdinalIgnoreCase);

    // "data scientists", "engineering" and "engineers" mean the people.
    private static string Singular(string word) => word.ToLowerInvariant() switch
    {
        "engineering" or "engineers" => "engineer",
        "science" or "sciences" or "scientists" => "scientist",
        "management" or "managers" => "manager",
        "researcher" or "researchers" => "research",
        var plain when plain.Length > 4 && plain.EndsWith('s') => plain[..^1],
        var plain => plain,
    };
}
