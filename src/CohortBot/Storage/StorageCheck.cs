using CohortBot.Operations;

namespace CohortBot.Storage;

/// <summary>Whether the database is there, can be written, is whole, and is of this program's version.</summary>
internal sealed class StorageCheck(Database database, DataFolder folder) : IDoctorCheck
{
    /// <summary>What is found where the tables are of this program's version.</summary>
    public const string Current = "doctor.database_current";

    /// <inheritdoc/>
    public string Name => "database";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (folder.IsNew && !database.Engine.IsShared)
            return [Finding.Well("doctor.database_new", ("place", database.Engine.Place))];
        try
        {
            // A write that changes nothing proves the right to write.
            var description = await database.WriteAsync(session => database.Engine.DescribeAsync(session), cancellationToken);
            var findings = await database.ReadAsync(ExamineAsync, cancellationToken);
            return [Finding.Well("doctor.database_well", ("description", description)), .. findings];
        }
        catch (StorageException exception)
        {
            return [Finding.Broken("doctor.database_fault", ("detail", exception.Message))];
        }
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(Session session) => [await FindVersionAsync(session), .. await database.Engine.ExamineAsync(session)];

    private async Task<Finding> FindVersionAsync(Session session)
    {
        var (done, known) = (await HasStepsAsync(session) ? await session.ScalarAsync<long>("SELECT COALESCE(MAX(number), 0) FROM migrations") : 0, Migrator.Newest);
        if (done > known)
            return Finding.Broken("doctor.database_newer", ("done", done), ("known", known));
        return done < known ? Finding.Well("doctor.database_older", ("done", done), ("known", known)) : Finding.Well(Current, ("done", done));
    }

    // An empty database has no tables yet; asking for one would end the transaction on PostgreSQL.
    private async Task<bool> HasStepsAsync(Session session) => await session.ScalarAsync<long>(
        database.Engine.IsShared
            ? "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migrations'"
            : "SELECT COUNT(*) FROM sqlite_master WHERE name = 'migrations'") > 0;
}
