namespace Confab.Storage.Sqlite.Journal;

/// <summary>A room as it is after a batch of the journal.</summary>
/// <param name="LastTime">The latest time that the batch brought, in milliseconds since 1970.</param>
/// <param name="LastSaid">The time of the newest message, action or notice that the batch brought.</param>
/// <param name="TopicChanged">Whether <paramref name="Topic"/> counts.</param>
internal sealed record JournalRoom(
    long Id,
    string Key,
    string Name,
    long Created,
    long LastNumber,
    long LastEvent,
    long LastTime,
    long? LastSaid,
    bool TopicChanged,
    StoredTopic? Topic)
{
    /// <summary>This and the batch before it, taken together.</summary>
    public JournalRoom After(JournalRoom older) => this with
    {
        LastTime = Math.Max(LastTime, older.LastTime),
        LastSaid = LastSaid ?? older.LastSaid,
        TopicChanged = TopicChanged || older.TopicChanged,
        Topic = TopicChanged ? Topic : older.Topic,
    };
}
