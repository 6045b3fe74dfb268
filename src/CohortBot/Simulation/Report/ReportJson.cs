using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CohortBot.Simulation.Report;

/// <summary>The report for programs. Names of fields stay; new ones may come.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text, with a line break at its end.</summary>
    public static string Write(SimulationReport report) => $"{Root(report).ToJsonString(Readable)}\n";

    private static JsonObject Root(SimulationReport report) => new()
    {
        ["request"] = Request(report.Request),
        ["course"] = report.Course,
        ["timeline"] = new JsonArray([.. report.Timeline.Select(Entry)]),
        ["grid"] = new JsonObject
        {
            ["header"] = Words(report.Grid.Header),
            ["rows"] = new JsonArray([.. report.Grid.Rows.Select(row => (JsonNode)Words(row))]),
        },
        ["totals"] = Totals(report.Totals),
        ["checks"] = new JsonArray([.. report.Checks.Select(check => (JsonNode)new JsonObject
        {
            ["name"] = check.Name, ["isGood"] = check.IsGood, ["looked"] = check.Looked, ["faults"] = Words(check.Faults),
        })]),
        ["isGood"] = report.IsGood,
    };

    private static JsonObject Request(SimulationRequest request) => new()
    {
        ["members"] = request.Members,
        ["weeks"] = request.Weeks,
        ["seed"] = request.Seed,
        ["course"] = request.Course.Value,
        ["platform"] = request.Platform,
        ["from"] = request.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["zone"] = request.Zone,
        ["plan"] = request.Plan,
        ["holidays"] = request.Holidays,
        ["chaos"] = request.HasChaos,
    };

    private static JsonNode Entry(TimelineEntry entry)
    {
        var json = new JsonObject
        {
            ["at"] = entry.At.ToString(entry.IsWholeDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["kind"] = entry.Kind,
        };
        if (entry.Subject.Length > 0)
            json["subject"] = entry.Subject;
        if (entry.Number > 0)
            json["number"] = entry.Number;
        if (entry.Amount > 0)
            json["amount"] = entry.Amount;
        if (entry.More > 0)
            json["more"] = entry.More;
        if (entry.Moves.Count > 0)
            json["moves"] = Words(entry.Moves.Select(move => move.Code));
        return json;
    }

    private static JsonObject Totals(Totals totals) => new()
    {
        ["members"] = totals.Members,
        ["lessonsPosted"] = totals.Posted,
        ["lessons"] = totals.Lessons,
        ["labsStarted"] = totals.Started,
        ["labsComplete"] = totals.Complete,
        ["exchanges"] = totals.Exchanges,
        ["messagesWritten"] = totals.Written,
        ["messagesSent"] = totals.Sent,
        ["longestMessage"] = totals.Longest,
        ["limit"] = totals.Limit,
    };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
