namespace Confab.Storage.Sqlite.Migrations;

internal static class EventsAndRecords
{
    // Events have a table of their own, so that whatever reads entries by number or position never meets one, and an entry costs no more than
    // before. They share the positions. An event's own number in its room (rooms.last_event, dense when given) is never shown: it is what a
    // page is cut by and what retention counts. after_number is the number of the entry that the event came after. rooms.last_time is the
    // latest time of anything in the room, last_said that of its newest message, action or notice; like last_number both outlive what they tell of.
    public static Migration Migration { get; } = new(2, """
        ALTER TABLE rooms ADD COLUMN last_event INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rooms ADD COLUMN last_time INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rooms ADD COLUMN last_said INTEGER;

        UPDATE rooms SET
          last_time = coalesce((SELECT e.time FROM entries e WHERE e.room = rooms.id ORDER BY e.number DESC LIMIT 1), created),
          last_said = (
            SELECT e.time FROM entries e WHERE e.room = rooms.id AND e.kind IN (1, 2, 3) ORDER BY e.number DESC LIMIT 1);

        ALTER TABLE entries ADD COLUMN account TEXT;
        ALTER TABLE entries ADD COLUMN source TEXT;
        ALTER TABLE entries ADD COLUMN tags TEXT;
        ALTER TABLE entries ADD COLUMN target TEXT;

        CREATE TABLE room_events (
          position INTEGER PRIMARY KEY,
          room INTEGER NOT NULL,
          number INTEGER NOT NULL,
          after_number INTEGER NOT NULL,
          id BLOB NOT NULL,
          kind INTEGER NOT NULL,
          author TEXT NOT NULL,
          time INTEGER NOT NULL,
          text TEXT NOT NULL,
          account TEXT,
          source TEXT,
          tags TEXT,
          target TEXT
        ) STRICT;

        CREATE UNIQUE INDEX room_events_of_room ON room_events (room, number);
        CREATE INDEX room_events_after ON room_events (room, after_number);
        CREATE INDEX room_events_by_id ON room_events (id);
        CREATE INDEX room_events_by_time ON room_events (time);

        CREATE TABLE records (
          kind TEXT NOT NULL,
          key TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (kind, key)
        ) STRICT;
        """);
}
