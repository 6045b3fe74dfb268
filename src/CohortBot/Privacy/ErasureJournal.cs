using System.Text;
using System.Text.Json;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Privacy;

/// <summary>
/// Who was erased, in a file outside the database: lines are only ever added. A line stands on the disk before its erasure is committed, so no
/// backup of the database can know more of a member than the journal forbids.
/// </summary>
internal sealed partial class ErasureJournal(IOptions<PrivacyOptions> options, IOptions<StorageOptions> storage, ILogger<ErasureJournal> logger) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The full path of the file.</summary>
    public string File { get; } = Path.GetFullPath(options.Value.Journal ?? $"{storage.Value.File}.erased");

    /// <summary>Adds a line; when this returns, the disk has it.</summary>
    /// <exception cref="ErasureNotNotedException">The file cannot be written; nothing may be erased then.</exception>
    public async Task AddAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Append(JsonSerializer.Serialize(erasure, ErasureJson.Default.Erasure));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ErasureNotNotedException($"The journal of erasures {File} cannot be written. Check free space and who may write there, or name another file in Privacy:Journal.", exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>All erasures, oldest first; none when the file was never made. A line that a crash cut off is left out: its erasure was not committed.</summary>
    /// <exception cref="StorageException">The file is there and cannot be read.</exception>
    public async Task<IReadOnlyList<Erasure>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(File))
            return [];
        try
        {
            var lines = await System.IO.File.ReadAllLinesAsync(File, cancellationToken);
            return [.. lines.Select(Read).OfType<Erasure>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The journal of erasures {File} cannot be read, so members who were erased could come back with an old backup. Check who may read it.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private void Append(string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var isNew = !System.IO.File.Exists(File);
        using (var file = new FileStream(File, Mode()))
        {
            // What a crash cut off must not swallow the next line.
            var isTorn = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes($"{(isTorn ? "\n" : "")}{line}\n"));
            file.Flush(flushToDisk: true);
        }

        if (isNew)
            FolderSync.Flush(Path.GetDirectoryName(File)!);
    }

    private static FileStreamOptions Mode()
    {
        var mode = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = OwnerOnly;
        return mode;
    }

    private Erasure? Read(string line, int index)
    {
        try
        {
            if (line.Length > 0 && JsonSerializer.Deserialize(line, ErasureJson.Default.Erasure) is { Workspace: not null, Member: not null } erasure)
                return erasure;
        }
        catch (JsonException)
        {
            LogUnread(index + 1, File);
        }

        return null;
    }

    [LoggerMessage(3701, LogLevel.Warning, "Line {Line} of the journal of erasures {File} cannot be read; it is left out.")]
    private partial void LogUnread(int line, string file);
}
