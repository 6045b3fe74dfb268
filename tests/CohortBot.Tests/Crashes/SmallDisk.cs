using System.Diagnostics;
using System.Globalization;

namespace CohortBot.Tests.Crashes;

/// <summary>A disk in memory that can be filled; where nobody may mount one, the test limits the size of files instead.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 32;

    private SmallDisk(DirectoryInfo folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public DirectoryInfo Folder { get; }

    private string Ballast => Path.Combine(Folder.FullName, "ballast");

    /// <summary>Mounts one; null where this user may not.</summary>
    public static SmallDisk? TryMount()
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-disk-");
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes.ToString(CultureInfo.InvariantCulture)}m", "none", folder.FullName))
            return new SmallDisk(folder);
        folder.Delete();
        return null;
    }

    /// <summary>Limits how large a file a running process may make; no file may grow beyond it. Null takes the limit away.</summary>
    public static void LimitFiles(int process, long? bytes)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        Assert.True(Run("prlimit", $"--pid={process.ToString(CultureInfo.InvariantCulture)}", $"--fsize={limit}:unlimited"));
    }

    /// <summary>Takes every byte that is left.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var piece = new byte[1024];
        try
        {
            for (; ; )
                ballast.Write(piece);
        }
        catch (IOException)
        {
            Assert.True(ballast.Length > 0);
        }
    }

    /// <summary>Gives them back.</summary>
    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        Assert.True(Run("umount", "--lazy", Folder.FullName));
        Folder.Delete();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
