namespace CohortBot.Commands;

/// <summary>All commands. It feeds each platform's registration, completion, help and the docs.</summary>
internal sealed class CommandCatalogue
{
    private readonly Dictionary<string, ICommand> _byPath;

    /// <summary>Collects the commands.</summary>
    public CommandCatalogue(IEnumerable<ICommand> commands)
    {
        _byPath = commands.ToDictionary(command => command.Spec.Path, StringComparer.Ordinal);
        Words = [.. _byPath.Values.Select(command => command.Spec.Word).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first words that exist.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The commands by path.</summary>
    public IEnumerable<ICommand> All => _byPath.Values.OrderBy(command => command.Spec.Path, StringComparer.Ordinal);

    /// <summary>The command with a path, or null.</summary>
    public ICommand? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The known word nearest to a mistyped one, or null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known) =>
        known.Select(word => (Word: word, Distance: Distance(typed, word)))
            .Where(candidate => candidate.Distance <= Math.Max(2, typed.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();

    /// <summary>How many letters have to be added, dropped or changed to make one word of another (Levenshtein, in one row).</summary>
    public static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (first[i - 1] == second[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
