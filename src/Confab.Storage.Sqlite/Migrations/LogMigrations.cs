namespace Confab.Storage.Sqlite.Migrations;

/// <summary>The steps of <c>messages.db</c>, in order. Append only.</summary>
internal static class LogMigrations
{
    public static IReadOnlyList<Migration> All { get; } =
        [FirstSchema.Migration, EventsAndRecords.Migration, FormattedText.Migration, JournalFirst.Migration];
}
