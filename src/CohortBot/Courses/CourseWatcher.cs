using System.Threading.Channels;

namespace CohortBot.Courses;

/// <summary>Reads the library at start, and again when its files change.</summary>
internal sealed partial class CourseWatcher(CourseLibrary library, TimeProvider time, ILogger<CourseWatcher> logger) : BackgroundService
{
    /// <summary>How long the files must rest before they are read: an editor saves in several steps, and a checkout changes many files.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc/>
    /// <exception cref="CourseException">The files cannot be used, so the program does not start.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        library.Load();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Says that a file changed.</summary>
    public void Notice() => _changes.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var lessons = Watch(library.Folders.Lessons);
        using var prompts = Watch(library.Folders.Prompts);
        while (await _changes.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_changes.Reader.TryRead(out _))
                await Task.Delay(Rest, time, stoppingToken);
            await library.ReloadAsync(stoppingToken);
        }
    }

    private FileSystemWatcher? Watch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Notice();
            watcher.Created += (_, _) => Notice();
            watcher.Deleted += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            watcher.Error += (_, _) => Notice();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // Linux allows each user a number of watches (fs.inotify.max_user_instances); without one, edits wait for a restart.
            CannotWatch(logger, folder, exception);
            return null;
        }
    }

    [LoggerMessage(2003, LogLevel.Warning, "The folder {Folder} cannot be watched; edits are read at the next start")]
    private static partial void CannotWatch(ILogger logger, string folder, Exception exception);
}
