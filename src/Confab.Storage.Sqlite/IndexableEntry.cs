using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite;

/// <summary>What the search index needs of an entry.</summary>
internal sealed record IndexableEntry(long Position, MessageId Id, long Room, MessageKind Kind, string Text);
