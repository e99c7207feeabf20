namespace Confab.Storage.Sqlite.Migrations;

internal static class FirstSchema
{
    // Positions and numbers are given by the writer. log.last_position and rooms.last_number outlive the entries that retention
    // removes, so neither is ever given twice. resend_keys holds what the answer to a resend needs, because the entry itself may be gone.
    // Times are milliseconds since 1970 (UTC), ids 16 bytes in network order.
    public static Migration Migration { get; } = new(1, """
        CREATE TABLE log (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          log_id BLOB NOT NULL,
          last_position INTEGER NOT NULL,
          prunes INTEGER NOT NULL
        ) STRICT;

        INSERT INTO log (one, log_id, last_position, prunes) VALUES (1, randomblob(16), 0, 0);

        CREATE TABLE rooms (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          created INTEGER NOT NULL,
          last_number INTEGER NOT NULL,
          topic TEXT,
          topic_author TEXT,
          topic_time INTEGER
        ) STRICT;

        CREATE TABLE entries (
          position INTEGER PRIMARY KEY,
          room INTEGER NOT NULL,
          number INTEGER NOT NULL,
          id BLOB NOT NULL,
          kind INTEGER NOT NULL,
          author TEXT NOT NULL,
          time INTEGER NOT NULL,
          text TEXT NOT NULL
        ) STRICT;

        CREATE UNIQUE INDEX entries_of_room ON entries (room, number);
        CREATE UNIQUE INDEX entries_by_id ON entries (id);
        CREATE INDEX entries_by_time ON entries (time);

        CREATE TABLE resend_keys (
          client BLOB NOT NULL,
          number INTEGER NOT NULL,
          entry_number INTEGER NOT NULL,
          entry_id BLOB NOT NULL,
          time INTEGER NOT NULL,
          PRIMARY KEY (client, number)
        ) STRICT, WITHOUT ROWID;
        """);
}
