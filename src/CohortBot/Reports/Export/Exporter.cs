using System.Text;
using CohortBot.Chat;
using CohortBot.Courses;

namespace CohortBot.Reports.Export;

/// <summary>Makes exports. The numbers are those that <c>/cohort status</c> shows at the same moment: both come from the one ledger.</summary>
internal sealed class Exporter(ExportReader reader, ICourseLibrary library, TimeProvider time)
{
    /// <summary>Makes one; nothing is written anywhere.</summary>
    /// <exception cref="Commands.CommandException">There is no such cohort.</exception>
    public async Task<CohortExport> MakeAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(request, cancellationToken);
        var tables = new ExportTables(snapshot, library.Shelf.Find(snapshot.Cohort.Course)).Make();
        List<ReplyFile> files = request.Format == ExportFormat.Json
            ? [new ReplyFile("cohort.json", "application/json", Encode(JsonFile.Write(snapshot, tables), hasMark: false))]
            : [.. tables.Select(table => new ReplyFile($"{table.Name}.csv", "text/csv", Encode(CsvFile.Write(table), request.HasByteOrderMark)))];
        if (request.HasWords)
            files.AddRange(Words(snapshot));
        return new CohortExport(snapshot.Cohort, snapshot.Members.Count(member => member.LeftAt is null), time.GetUtcNow(), files);
    }

    private static IEnumerable<ReplyFile> Words(CohortSnapshot snapshot) =>
    [
        new("transcripts.json", "application/json", Encode(JsonFile.WriteWords(snapshot), hasMark: false)),
        new("transcripts.md", "text/markdown", Encode(TranscriptMarkdown.Write(snapshot), hasMark: false)),
    ];

    private static byte[] Encode(string text, bool hasMark)
    {
        var encoding = new UTF8Encoding(hasMark);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
