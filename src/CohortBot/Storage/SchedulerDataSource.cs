using System.Data.Common;

namespace CohortBot.Storage;

/// <summary>Connections to the program's database for the scheduler, which opens and closes its own: each with the settings of <see cref="Database"/>.</summary>
internal sealed class SchedulerDataSource(Database database) : DbDataSource
{
    /// <inheritdoc/>
    public override string ConnectionString => database.ConnectionString;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => database.Create();
}
