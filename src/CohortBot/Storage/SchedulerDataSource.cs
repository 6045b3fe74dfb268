using System.Data.Common;

namespace CohortBot.Storage;

/// <summary>Connections to the program's database for the scheduler, which opens and closes its own: each with the settings of <see cref="IEngine.Create"/>.</summary>
internal sealed class SchedulerDataSource(Database database) : DbDataSource
{
    // Asked for by nobody but a log; the true one may hold a password.
    /// <inheritdoc/>
    public override string ConnectionString => database.Engine.Place;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => database.Engine.Create();
}
