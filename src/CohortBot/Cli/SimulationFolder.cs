using CohortBot.Commands;

namespace CohortBot.Cli;

/// <summary>Where a simulation's database lies: in a folder of its own that goes with it, or where it is to be kept.</summary>
internal sealed class SimulationFolder : IDisposable
{
    private const string Name = "cohortbot.db";

    private readonly string _folder;

    private SimulationFolder(string folder, bool isKept) => (_folder, IsKept) = (folder, isKept);

    /// <summary>Whether it stays.</summary>
    public bool IsKept { get; }

    /// <summary>The database file.</summary>
    public string File => Path.Combine(_folder, Name);

    /// <summary>Makes the folder.</summary>
    /// <param name="keep">Where to keep the database, or null.</param>
    /// <exception cref="CommandException">There is a database already.</exception>
    public static SimulationFolder Open(string? keep)
    {
        if (keep is null)
            return new SimulationFolder(Directory.CreateTempSubdirectory("cohortbot-simulation-").FullName, isKept: false);
        var folder = new SimulationFolder(Path.GetFullPath(keep), isKept: true);
        return System.IO.File.Exists(folder.File) ? throw new CommandException("simulation.kept_already", ("file", folder.File)) : folder;
    }

    /// <summary>Takes the folder away, unless it is kept.</summary>
    public void Dispose()
    {
        if (!IsKept && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
