using System.IO.Compression;
using CohortBot.Chat;
using CohortBot.Cohorts;

namespace CohortBot.Reports.Export;

/// <summary>An export that was made.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Members">How many people are in it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Files">Its files.</param>
internal sealed record CohortExport(Cohort Cohort, int Members, DateTimeOffset MadeAt, IReadOnlyList<ReplyFile> Files)
{
    /// <summary>The export as one file: itself, or a ZIP of several.</summary>
    public ReplyFile AsOneFile() => Files is [var only] ? only with { Name = $"{Stem}.json" } : new ReplyFile($"{Stem}.zip", "application/zip", Zip());

    private string Stem => $"cohort-{Cohort.Id}-export";

    private byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = archive.CreateEntry(file.Name);
                entry.LastWriteTime = MadeAt;
                using var stream = entry.Open();
                stream.Write(file.Content);
            }
        }

        return bytes.ToArray();
    }
}
