using Quartz.Impl.AdoJobStore;

namespace CohortBot.Schedule;

/// <summary>
/// Quartz's SQL in SQLite's dialect. Quartz has a delegate of its own for SQLite, and with that one it insists on its lock in
/// memory; see <see cref="DatabaseIsTheLock"/> for why that cannot be had together with transactions of ours.
/// https://github.com/quartznet/quartznet/blob/main/src/Quartz/Impl/AdoJobStore/AdoJobStoreBase.cs
/// </summary>
internal sealed class AlarmTables : StdAdoDelegate
{
    /// <inheritdoc/>
    protected override string SchemaResourceName => "Quartz.Impl.AdoJobStore.Schema.create_sqlite.sql";

    /// <inheritdoc/>
    protected override string ApplyPaging(string sql, bool takeLimited) =>
        $"{sql} LIMIT {(takeLimited ? $"@{AdoConstants.ParameterPageTake}" : "-1")} OFFSET @{AdoConstants.ParameterPageSkip}";

    /// <inheritdoc/>
    protected override SqlRowLimit GetRowLimit(int count) => SqlRowLimit.AtStatementEnd("LIMIT", count);
}
