using CohortBot.Operations;

namespace CohortBot.Storage.Sqlite;

/// <summary>What the doctor looks at in a SQLite file.</summary>
internal static class SqliteExamination
{
    private const int MostFaults = 5;

    /// <summary>Whether the file is whole, and which library reads it.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(Session session)
    {
        // https://sqlite.org/pragma.html#pragma_quick_check; its lines name pages and tables, never what stands in a row.
        var lines = await session.QueryAsync<string>($"PRAGMA quick_check({MostFaults})");
        List<Finding> findings =
        [
            lines is ["ok"] ? Finding.Well("doctor.database_whole") : Finding.Broken("doctor.database_damaged", ("faults", lines.Count)),
        ];
        if (!SqliteLibrary.IsSystem)
            findings.Add(Finding.Look("doctor.database_bundled"));
        return findings;
    }
}
