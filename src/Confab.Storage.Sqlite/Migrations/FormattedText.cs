namespace Confab.Storage.Sqlite.Migrations;

internal static class FormattedText
{
    // Only where the text has codes for bold, colours and the like; the text itself stays without them, because it is what is searched and what
    // most doors show. Events have the column too, so that both tables are read by the same words.
    public static Migration Migration { get; } = new(3, """
        ALTER TABLE entries ADD COLUMN formatted TEXT;
        ALTER TABLE room_events ADD COLUMN formatted TEXT;
        """);
}
