namespace Confab.Storage.Sqlite.Migrations;

internal static class JournalFirst
{
    // What was appended and not put in order yet (docs/decisions/0011-journal-first.md): one row for each transaction, which JournalFormat explains.
    public static Migration Migration { get; } = new(4, """
        CREATE TABLE journal (
          number INTEGER PRIMARY KEY,
          batch BLOB NOT NULL
        ) STRICT;
        """);
}
