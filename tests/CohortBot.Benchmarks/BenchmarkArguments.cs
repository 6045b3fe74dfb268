namespace CohortBot.Benchmarks;

/// <summary>What was typed.</summary>
/// <param name="What">The measurement, or <c>all</c>.</param>
/// <param name="Options">The options by name, without dashes.</param>
internal sealed record BenchmarkArguments(string What, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The engine: <c>sqlite</c> unless another is named.</summary>
    public string Engine => Options.GetValueOrDefault("engine", "sqlite");

    /// <summary>The settings of the storage that was asked for; a server's database must be empty.</summary>
    public IReadOnlyDictionary<string, string?> Settings => Engine == "postgresql"
        ? new Dictionary<string, string?> { ["Storage:ConnectionString"] = Options.GetValueOrDefault("connection", "Host=127.0.0.1;Database=bench;Username=postgres") }
        : new Dictionary<string, string?>();

    /// <summary>Reads <c>WHAT --name value ...</c>; without anything, all is measured.</summary>
    public static BenchmarkArguments Read(string[] arguments)
    {
        var options = arguments.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal);
        return new BenchmarkArguments(arguments.FirstOrDefault("all"), options);
    }

    /// <summary>A number, or what is used without it.</summary>
    public int Number(string name, int otherwise) =>
        Options.TryGetValue(name, out var text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
