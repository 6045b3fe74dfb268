using System.Globalization;
using Npgsql;

namespace CohortBot.Storage.PostgreSql;

/// <summary>
/// The commands of PostgreSQL's own tools for the configured database, ready to be typed; the password is left out, the tools ask for it.
/// https://www.postgresql.org/docs/current/app-pgdump.html, https://www.postgresql.org/docs/current/app-pgrestore.html
/// </summary>
internal static class PostgreSqlTools
{
    /// <summary>Makes a backup while programs work on the database.</summary>
    public static string Dump(string connectionString, string file)
    {
        var (where, database) = Read(connectionString);
        return $"pg_dump --format=custom --no-owner {where} --file={Quote(file)} {Quote(database)}";
    }

    /// <summary>Puts a backup back, in one transaction: all of it or nothing.</summary>
    public static string Restore(string connectionString, string file)
    {
        var (where, database) = Read(connectionString);
        return $"pg_restore --clean --if-exists --no-owner --single-transaction {where} --dbname={Quote(database)} {Quote(file)}";
    }

    private static (string Where, string Database) Read(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        var user = parts.Username ?? Environment.UserName;
        var port = parts.Port.ToString(CultureInfo.InvariantCulture);
        return ($"--host={Quote(parts.Host ?? "localhost")} --port={port} --username={Quote(user)}", parts.Database ?? user);
    }

    // For a POSIX shell; what needs no quotes stays readable.
    private static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_' or ':')
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
