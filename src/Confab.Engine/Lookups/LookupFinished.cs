using Confab.Chat;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Storage;

namespace Confab.Engine.Lookups;

/// <summary>
/// A look-up is back. Permission is asked once more, because the asker may have been removed from the room while it ran, and
/// because the room of a message found by its id is known only now.
/// </summary>
/// <param name="Asked">The request that the answer belongs to.</param>
internal sealed record LookupFinished(Request Asked, Lookup Lookup, IReadOnlyList<LogEntry>? Entries, bool More, Refused? Failure) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (Failure is not null || Entries is null)
        {
            decision.Answer(Failure ?? new Refused(RefusalCode.NotFound, "Nothing was found."));
        }
        else if (Lookup is FindLookup find && (Entries.Count == 0 || !MayRead(state, asker, Entries[0].Room)))
        {
            // The same words in both cases: whether a message exists is nobody's business who may not read it.
            decision.Refuse(RefusalCode.NotFound, $"There is no message {find.Id} that you may read.");
        }
        else
        {
            var readable = Entries.All(entry => MayRead(state, asker, entry.Room))
                ? Entries
                : Entries.Where(entry => MayRead(state, asker, entry.Room)).ToArray();
            decision.Answer(new EntriesFound(readable, More));
        }
    }

    private static bool MayRead(ChatState state, Asker asker, string room) =>
        RoomName.TryCreate(room, out var name, out _)
        && state.FindRoom(name) is { } found
        && Gate.May(asker.SignedOn, Deed.Read, found);
}
