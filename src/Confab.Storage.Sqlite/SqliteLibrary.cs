using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>
/// Finds the SQLite library of the system, once per process, and checks that it can do what the log needs
/// (docs/decisions/0002-sqlite-from-the-system.md).
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>3.37 brought STRICT tables; with it every older feature that the log uses is there too.</summary>
    public static readonly Version OldestUsable = new(3, 37, 0);

    private const string ProviderName = "e_sqlite3";

    private const string Remedy =
        "Install the system's library (Debian, Ubuntu: apt install libsqlite3-0; Fedora: dnf install sqlite-libs; "
        + "Alpine: apk add sqlite-libs; macOS and Windows bring one), or put a newer one beside the program, "
        + "or keep history in memory only with --ephemeral.";

    private static readonly Lazy<string?> Problem = new(FindAndCheck);

    /// <exception cref="LogOpenException">There is no usable library; the sentence says what to install.</exception>
    public static void EnsureUsable()
    {
        if (Problem.Value is { } problem)
        {
            throw new LogOpenException(problem);
        }
    }

    /// <summary>The names under which the library is looked for, in order: beside the program, then the system's.</summary>
    public static IEnumerable<string> Candidates(string programDirectory)
    {
        string[] beside = ["libsqlite3.so.0", "libsqlite3.dylib", "sqlite3.dll"];
        string[] system = ["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"];
        return beside.Select(name => Path.Combine(programDirectory, name)).Where(File.Exists).Concat(system);
    }

    /// <summary>Null where such a library will do, otherwise the sentence for the person who started the server.</summary>
    public static string? ProblemWith(Version version, bool hasFullTextSearch)
    {
        if (version < OldestUsable)
        {
            return $"The SQLite library found is version {version}, but Confab needs {OldestUsable} or newer. {Remedy}";
        }

        return hasFullTextSearch
            ? null
            : $"The SQLite library found (version {version}) was built without full-text search (FTS5), which Confab needs. {Remedy}";
    }

    private static string? FindAndCheck()
    {
        if (!TryLoad(out var library))
        {
            return $"Confab keeps history with the SQLite library, and none was found on this machine. {Remedy}";
        }

        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => string.Equals(name, ProviderName, StringComparison.Ordinal) ? library : IntPtr.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        var number = raw.sqlite3_libversion_number();
        return ProblemWith(new Version(number / 1_000_000, number / 1_000 % 1_000, number % 1_000), HasFullTextSearch());
    }

    private static bool TryLoad(out IntPtr library)
    {
        foreach (var candidate in Candidates(AppContext.BaseDirectory))
        {
            if (NativeLibrary.TryLoad(candidate, out library))
            {
                return true;
            }
        }

        library = IntPtr.Zero;
        return false;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever stops the probe, the answer is that it cannot be used.")]
    private static bool HasFullTextSearch()
    {
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE VIRTUAL TABLE probe USING fts5(text, content='', detail='none')";
            command.ExecuteNonQuery();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
