using Microsoft.Extensions.Options;

namespace CohortBot.Storage;

/// <summary>The folder that the program writes into: the SQLite file, and the keys of its pages.</summary>
internal sealed class DataFolder(IOptions<StorageOptions> options)
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(options.Value.File))!;

    /// <summary>Whether nothing was ever written: the database is made at the first start.</summary>
    public bool IsNew => !File.Exists(System.IO.Path.GetFullPath(options.Value.File));

    /// <summary>Bytes that are free there for this user; null when nobody can say.</summary>
    public long? FreeBytes()
    {
        try
        {
            return new DriveInfo(NearestThatExists()).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Bytes that the files of the database take.</summary>
    public long UsedBytes()
    {
        var folder = new DirectoryInfo(Path);
        return folder.Exists ? folder.EnumerateFiles(System.IO.Path.GetFileName(options.Value.File) + "*").Sum(file => file.Length) : 0;
    }

    /// <summary>Whether a file can be made there; where the folder is missing, in the one that it will be made in.</summary>
    public bool CanBeWritten()
    {
        try
        {
            using var file = new FileStream(
                System.IO.Path.Combine(NearestThatExists(), $".cohortbot-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            file.WriteByte(0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string NearestThatExists()
    {
        var folder = Path;
        while (!Directory.Exists(folder) && System.IO.Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }
}
