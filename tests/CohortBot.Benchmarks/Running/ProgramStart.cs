using System.Diagnostics;
using CohortBot.Benchmarks.Measuring;

namespace CohortBot.Benchmarks.Running;

/// <summary>How the program is started: the build of this repository, or by <c>--program</c> another, such as a published folder's executable.</summary>
internal static class ProgramStart
{
    /// <summary>The start of the program with what is typed behind its name; what it prints can be read.</summary>
    public static ProcessStartInfo Of(BenchmarkArguments arguments, params string[] typed)
    {
        var path = arguments.Options.GetValueOrDefault("program", RepositoryFolder.Program);
        var isLibrary = path.EndsWith(".dll", StringComparison.Ordinal);
        return new ProcessStartInfo(isLibrary ? "dotnet" : path, isLibrary ? [path, .. typed] : typed)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = RepositoryFolder.Root,
        };
    }
}
