using Confab.Chat.Messages;
using Confab.Storage.Search;

namespace Confab.Storage.Sqlite;

/// <summary>Which entries a search wants: of some rooms, no topics, with all words.</summary>
internal sealed class EntryFilter(IReadOnlySet<long> rooms, SearchWords words)
{
    public bool Accepts(long room, MessageKind kind) => kind != MessageKind.Topic && rooms.Contains(room);

    public bool Accepts(string text) => words.AreIn(text);
}
