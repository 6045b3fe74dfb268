using System.Globalization;
using System.Text.Json;
using CohortBot.Access;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>Everything that is kept about a member, as one JSON file: a list a table, in the words of the database; times are ISO 8601, UTC.</summary>
internal sealed class MemberExport(Database database, IEnumerable<IMemberData> kept)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <summary>The file's bytes, from one consistent view.</summary>
    public Task<byte[]> WriteAsync(KnownMember member, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                List<KeptRows> all = [];
                foreach (var data in kept)
                    all.AddRange(await data.ListAsync(session, member));
                return Write(member, all);
            },
            cancellationToken);

    private static byte[] Write(KnownMember member, IEnumerable<KeptRows> all)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("workspace", member.Workspace.Value);
            json.WriteString("member", member.Key.Value);
            foreach (var rows in all)
                Write(json, rows);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, KeptRows rows)
    {
        json.WriteStartArray(rows.Name);
        foreach (IDictionary<string, object?> row in rows.Rows)
        {
            json.WriteStartObject();
            foreach (var (column, value) in row)
                Write(json, column, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string column, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(column);
                break;
            case long at when column.EndsWith("_at", StringComparison.Ordinal) || column == "at":
                json.WriteString(column, DateTimeOffset.FromUnixTimeMilliseconds(at));
                break;
            case long number:
                json.WriteNumber(column, number);
                break;
            case string text when column is "document" or "card":
                WriteStored(json, column, text);
                break;
            default:
                json.WriteString(column, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    // Documents and cards are stored as JSON: they are put in as what they are, not as a text within a text.
    private static void WriteStored(Utf8JsonWriter json, string column, string text)
    {
        json.WritePropertyName(column);
        if (text.Length == 0)
            json.WriteNullValue();
        else
            json.WriteRawValue(text);
    }
}
