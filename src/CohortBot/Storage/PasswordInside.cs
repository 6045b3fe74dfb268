using System.Text.RegularExpressions;

namespace CohortBot.Storage;

/// <summary>
/// Whether a password stands in a connection string. One without may stand in a settings file: the server knows its user by other means (peer,
/// a certificate, a password file).
/// </summary>
internal static partial class PasswordInside
{
    /// <summary>Marks such a setting: <c>[DataType(PasswordInside.Connection)]</c>.</summary>
    public const string Connection = "connection string";

    /// <summary>Looks for it by every word that Npgsql has for it, and as it stands in an address; whether the rest can be read does not matter.</summary>
    public static bool IsIn(string? connection) => connection is not null && Password().IsMatch(connection);

    // Password, PWD, PSW and SSL Password: https://www.npgsql.org/doc/connection-string-parameters.html
    [GeneratedRegex("""(?<![a-z])(password|pwd|psw)\s*=\s*[^;\s]|://[^/@\s]*:[^/@\s]+@""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Password();
}
