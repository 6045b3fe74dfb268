using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CohortBot.Reports.Export;

/// <summary>All tables in one JSON file: an object a row, with the names of the columns.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's text.</summary>
    public static string Write(CohortSnapshot snapshot, IEnumerable<ExportTable> tables)
    {
        var cohort = snapshot.Cohort;
        var root = new JsonObject
        {
            ["cohort"] = new JsonObject
            {
                ["workspace"] = cohort.Workspace.Value,
                ["number"] = cohort.Id.Value,
                ["name"] = cohort.Name,
                ["course"] = cohort.Course.Value,
                ["state"] = cohort.State.ToString().ToLowerInvariant(),
                ["plan"] = cohort.Plan,
                ["zone"] = cohort.Zone,
                ["starts_on"] = cohort.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
        };
        foreach (var table in tables)
            root[table.Name] = new JsonArray([.. table.Rows.Select(row => (JsonNode)Row(table.Columns, row))]);
        return Write(root);
    }

    /// <summary>What was said, as JSON.</summary>
    public static string WriteWords(CohortSnapshot snapshot) => Write(new JsonObject
    {
        ["transcripts"] = new JsonArray([.. snapshot.Words.GroupBy(words => (words.Lab, words.Member)).Select(part => (JsonNode)new JsonObject
        {
            ["lab"] = part.Key.Lab.Value,
            ["member_key"] = part.Key.Member.Value,
            ["member"] = snapshot.NameOf(part.Key.Member),
            ["words"] = new JsonArray([.. part.Select(words => (JsonNode)new JsonObject
            {
                ["at_utc"] = ExportTables.Utc(words.At), ["by"] = words.IsMember ? "member" : "advisor", ["text"] = words.Text,
            })]),
        })]),
    });

    private static string Write(JsonObject root) => $"{root.ToJsonString(Readable)}\n";

    private static JsonObject Row(IReadOnlyList<string> columns, IReadOnlyList<object?> cells)
    {
        var row = new JsonObject();
        for (var at = 0; at < columns.Count; at++)
            row[columns[at]] = cells[at] switch { null => null, string text => text, { } number => Convert.ToInt64(number, CultureInfo.InvariantCulture) };
        return row;
    }
}
