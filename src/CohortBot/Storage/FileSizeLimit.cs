using System.Runtime.InteropServices;

namespace CohortBot.Storage;

/// <summary>
/// A limit on the size of files (<c>ulimit -f</c>). A write beyond it ends a program by a signal unless somebody listens to that: with this it is an error
/// like that of a full disk, which is told and waited for.
/// </summary>
internal static class FileSizeLimit
{
    // SIGXFSZ has no name in .NET; its number is 25 on Linux and macOS: https://man7.org/linux/man-pages/man7/signal.7.html
    private const PosixSignal Exceeded = (PosixSignal)25;

    /// <summary>Makes the limit an error of the write for as long as the result is not disposed of; null where there is no such signal.</summary>
    public static IDisposable? MakeAnError() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(Exceeded, context => context.Cancel = true);
}
