using CohortBot.Operations;

namespace CohortBot.Storage.PostgreSql;

/// <summary>What the doctor looks at on a PostgreSQL server.</summary>
internal static class PostgreSqlExamination
{
    private const int OldestVersion = 130_000; // 13.0

    /// <summary>Whether the server is new enough, the database holds every letter, and tables can be made.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(Session session)
    {
        List<Finding> findings = [];
        if (await session.ScalarAsync<int>("SELECT current_setting('server_version_num')::int") < OldestVersion)
            findings.Add(Finding.Broken("doctor.database_old_server"));
        var encoding = await session.ScalarAsync<string>("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()");
        if (encoding != "UTF8")
            findings.Add(Finding.Broken("doctor.database_encoding", ("encoding", encoding)));
        if (!await session.ScalarAsync<bool>("SELECT has_schema_privilege(current_schema(), 'CREATE')"))
            findings.Add(Finding.Broken("doctor.database_rights"));
        return findings;
    }
}
