using Microsoft.Extensions.Options;

namespace CohortBot.Storage.Backups;

/// <summary>
/// Holds a SQLite database for one program: while this stands, no other program can run on the file, and none can put a backup in its place. The
/// lock is the system's own on the file <c>….lock</c> beside it (flock), so that it ends with the program, also with one that was killed.
/// </summary>
internal sealed class DatabaseHold(IOptions<StorageOptions> options) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _held;

    private string File { get; } = Path.GetFullPath(options.Value.File);

    /// <summary>Takes hold of the database before it is opened, and ends a restore that was cut off.</summary>
    /// <exception cref="StorageException">Another program holds it.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Take();
        return Task.CompletedTask;
    }

    /// <summary>Keeps it: what is still under way may write to the last.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes hold; twice is once. A server's database is for several programs: there nothing is held.</summary>
    /// <exception cref="StorageException">Another program holds it, or nobody may write there.</exception>
    public void Take()
    {
        if (options.Value.IsPostgreSql)
            return;
        lock (_gate)
        {
            if (_held is not null)
                return;
            _held = Open();
            RestoreSwitch.Finish(File);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private FileStream Open()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            return new FileStream($"{File}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageException($"The folder of the database {File} cannot be written. Check who may write there, or name another file in Storage:File.", exception)
            {
                Fault = StorageFault.Refused,
            };
        }
        catch (IOException exception)
        {
            throw new StorageException($"Another CohortBot holds the database {File} (its lock is {File}.lock). Stop that one first, or name another file in Storage:File.", exception)
            {
                Fault = StorageFault.Locked,
            };
        }
    }
}
