using System.Globalization;
using System.Text.RegularExpressions;

namespace CohortBot.Tests.Operations;

/// <summary>Reads figures as a scraper does and is stricter: a line that does not fit fails the test.</summary>
internal sealed partial class ScrapedFigures
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    private ScrapedFigures(string text)
    {
        IsOpenMetrics = text.EndsWith("# EOF\n", StringComparison.Ordinal);
        foreach (var line in (IsOpenMetrics ? text[..^"# EOF\n".Length] : text).Split('\n')[..^1])
            Read(line);
        Assert.NotEmpty(_samples);
        CheckHistograms();
    }

    public bool IsOpenMetrics { get; }

    public IReadOnlyDictionary<string, string> Types => _types;

    public IEnumerable<string> Series => _samples.Keys;

    public double this[string series] => _samples.TryGetValue(series, out var value) ? value : throw new KeyNotFoundException($"There is no {series}.");

    public static ScrapedFigures Read(string text, bool isOpenMetrics)
    {
        var figures = new ScrapedFigures(text);
        Assert.Equal(isOpenMetrics, figures.IsOpenMetrics);
        return figures;
    }

    /// <summary>The values that a label takes in all figures.</summary>
    public IReadOnlySet<string> Values(string label) =>
        _samples.Keys.SelectMany(series => Label().Matches(series)).Where(match => match.Groups["name"].Value == label).Select(match => match.Groups["value"].Value).ToHashSet();

    public IReadOnlySet<string> Labels => _samples.Keys.SelectMany(series => Label().Matches(series)).Select(match => match.Groups["name"].Value).ToHashSet();

    private void Read(string line)
    {
        if (Head().Match(line) is { Success: true } head)
        {
            if (head.Groups["what"].Value == "TYPE")
                Assert.True(_types.TryAdd(head.Groups["name"].Value, head.Groups["rest"].Value), $"{line} comes twice");
            if (head.Groups["what"].Value == "UNIT")
                Assert.EndsWith($"_{head.Groups["rest"].Value}", Bare(head.Groups["name"].Value), StringComparison.Ordinal);
            return;
        }

        var sample = Sample().Match(line);
        Assert.True(sample.Success, $"'{line}' is no line of figures");
        var name = sample.Groups["name"].Value;
        Assert.Contains(Family(name), _types.Keys);
        var value = sample.Groups["value"].Value switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            var number => double.Parse(number, CultureInfo.InvariantCulture),
        };
        Assert.True(_samples.TryAdd(name + sample.Groups["labels"].Value, value), $"{line} comes twice");
        if (name.EndsWith("_total", StringComparison.Ordinal))
            Assert.True(value >= 0, line);
    }

    private string Family(string name)
    {
        foreach (var end in new[] { "_bucket", "_sum", "_count" })
        {
            if (name.EndsWith(end, StringComparison.Ordinal) && _types.TryGetValue(name[..^end.Length], out var type) && type == "histogram")
                return name[..^end.Length];
        }

        return IsOpenMetrics ? Bare(name) : name;
    }

    private void CheckHistograms()
    {
        foreach (var bucket in _samples.Where(sample => sample.Key.Contains("_bucket{", StringComparison.Ordinal) && sample.Key.Contains("le=\"+Inf\"", StringComparison.Ordinal)))
        {
            var labels = bucket.Key.Replace(",le=\"+Inf\"", "", StringComparison.Ordinal).Replace("le=\"+Inf\"", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal);
            Assert.Equal(bucket.Value, this[labels.Replace("_bucket", "_count", StringComparison.Ordinal)]);
            var below = _samples.Where(sample => sample.Key.StartsWith(bucket.Key[..bucket.Key.IndexOf("le=", StringComparison.Ordinal)], StringComparison.Ordinal)).Select(sample => sample.Value).ToList();
            Assert.Equal(below.Order(), below);
        }
    }

    private static string Bare(string name) => name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;

    [GeneratedRegex("^# (?<what>HELP|TYPE|UNIT) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<rest>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)+\})? (?<value>[-+0-9.eEInf]+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\\n]|\\["\\n])*)",?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
