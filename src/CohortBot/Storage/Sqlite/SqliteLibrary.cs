using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace CohortBot.Storage.Sqlite;

/// <summary>
/// Chooses the SQLite library: the system's, which its distribution keeps patched, else the bundled 3.35.5. The provider asks for
/// <c>e_sqlite3</c>; the resolver answers with the first of the system's names that loads.
/// </summary>
internal static class SqliteLibrary
{
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"];
    private static readonly Lock Gate = new();
    private static bool _isReady;

    /// <summary>Whether the system's library is in use.</summary>
    public static bool IsSystem { get; private set; }

    /// <summary>Registers the provider, once in a process.</summary>
    public static void Use()
    {
        lock (Gate)
        {
            if (_isReady)
                return;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            _isReady = true;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (!name.Equals("e_sqlite3", StringComparison.Ordinal))
            return nint.Zero;
        foreach (var system in SystemNames)
        {
            if (!NativeLibrary.TryLoad(system, out var handle))
                continue;
            IsSystem = true;
            return handle;
        }

        return nint.Zero;
    }
}
