using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>The changes to <c>rooms</c>; inside the caller's transaction.</summary>
internal sealed class RoomTable(SqliteConnection connection) : IDisposable
{
    private readonly DirectStatement _set = new(connection, """
        INSERT INTO rooms (id, key, name, created, last_number, last_event, last_time, last_said) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET
          name = excluded.name, created = excluded.created, last_number = excluded.last_number, last_event = excluded.last_event,
          last_time = max(last_time, excluded.last_time), last_said = coalesce(excluded.last_said, last_said)
        """);

    private readonly DirectStatement _setTopic = new(
        connection, "UPDATE rooms SET topic = $0, topic_author = $1, topic_time = $2 WHERE id = $3");

    public void Set(JournalRoom room)
    {
        _set.With(room.Id)
            .WithText(room.Key)
            .WithText(room.Name)
            .With(room.Created)
            .With(room.LastNumber)
            .With(room.LastEvent)
            .With(room.LastTime)
            .WithOrNull(room.LastSaid)
            .Run();
        if (!room.TopicChanged)
        {
            return;
        }

        if (room.Topic is { } topic)
        {
            _setTopic.WithText(topic.Text).WithText(topic.Author).With(StoredValue.Of(topic.Time)).With(room.Id).Run();
        }
        else
        {
            _setTopic.WithNull().WithNull().WithNull().With(room.Id).Run();
        }
    }

    public void Dispose()
    {
        _set.Dispose();
        _setTopic.Dispose();
    }
}
