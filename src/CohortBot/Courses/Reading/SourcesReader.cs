using System.Globalization;

namespace CohortBot.Courses.Reading;

/// <summary>Reads where facts come from.</summary>
internal static class SourcesReader
{
    /// <summary>What can be said about a claim, in the order of trust.</summary>
    public static readonly IReadOnlyList<string> Verdicts = ["confirmed", "reported", "dropped"];

    /// <summary>The sources in the keys of a lesson or guide.</summary>
    public static IReadOnlyList<Source> Read(YamlFields keys) => [.. keys.Each("sources", example: null).Select(ReadOne)];

    private static Source ReadOne(YamlFields keys)
    {
        var source = new Source(
            keys.OptionalText("seed") ?? "",
            keys.Text("organisation", "organisation: Stanford HAI, AI Index 2024"),
            keys.Has("year") ? keys.Number("year", "year: 2024", least: 1000) : null,
            keys.Text("claim", "claim: the claim in a few words"),
            keys.Text("verdict", "verdict: confirmed"),
            keys.OptionalText("note"));
        keys.Ignore("year");
        if (source.Verdict.Length > 0 && !Verdicts.Contains(source.Verdict))
            keys.File.Error(keys.LineOf("verdict"), "verdict_unknown", ("verdict", source.Verdict), ("known", string.Join(", ", Verdicts)));
        if (source.Year > 2100)
            keys.File.Error(keys.LineOf("year"), "year_far", ("year", source.Year.Value.ToString(CultureInfo.InvariantCulture)));
        keys.RefuseUnknown();
        return source;
    }
}
