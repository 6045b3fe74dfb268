using System.Runtime.InteropServices;

namespace CohortBot.Storage;

/// <summary>Makes a folder's list of names stand on the disk: a file that was made or renamed can be lost in a power cut without it.</summary>
internal static class FolderSync
{
    // https://man7.org/linux/man-pages/man2/fsync.2.html: "an explicit fsync() on a file descriptor for the directory is also needed"
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder; where a system or a file system cannot, nothing happens.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
            return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    /// <summary>Flushes a file that somebody else has written.</summary>
    public static void FlushFile(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int handle);
}
