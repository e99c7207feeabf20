using System.Buffers.Binary;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The first 100 bytes of a database file (sqlite.org/fileformat.html, 1.3), read without SQLite: opening a file, even to look,
/// can change the directory, and a file that is not ours must stay as it is.
/// </summary>
/// <param name="IsEmpty">There is no file yet, or one without a byte.</param>
/// <param name="IsSqlite">It begins as every SQLite database does.</param>
/// <param name="UserVersion">The number of the newest migration in it.</param>
/// <param name="Application">Whose file it is.</param>
internal readonly record struct DatabaseHeader(bool IsEmpty, bool IsSqlite, int UserVersion, int Application)
{
    /// <summary>"Cnfb": marks a database as a log of Confab.</summary>
    public const int ApplicationId = 0x436E6662;

    private const int Length = 100;
    private const int UserVersionOffset = 60;
    private const int ApplicationOffset = 68;

    public static DatabaseHeader Read(string path)
    {
        if (!File.Exists(path))
        {
            return new DatabaseHeader(IsEmpty: true, IsSqlite: false, 0, 0);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> bytes = stackalloc byte[Length];
        var count = file.ReadAtLeast(bytes, Length, throwOnEndOfStream: false);
        return new DatabaseHeader(
            IsEmpty: count == 0,
            IsSqlite: count == Length && bytes.StartsWith("SQLite format 3\0"u8),
            BinaryPrimitives.ReadInt32BigEndian(bytes[UserVersionOffset..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[ApplicationOffset..]));
    }
}
