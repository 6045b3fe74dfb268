namespace CohortBot.Benchmarks.Measuring;

/// <summary>Where the built program lies.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The program as it was built for release.</summary>
    public static string Program => Path.Combine(Root, "src", "CohortBot", "bin", "Release", "net10.0", "cohortbot.dll");

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CohortBot.sln")) ? folder.FullName : Find(folder.Parent ?? throw new InvalidOperationException("CohortBot.sln was not found."));
}
