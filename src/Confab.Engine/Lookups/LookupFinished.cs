using Confab.Chat;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Engine.Lookups;

/// <summary>
/// A look-up is back. Permission is asked once more, because the asker may have been removed from the room while it ran, and
/// because the room of a message found by its id is known only now.
/// </summary>
/// <param name="Asked">The request that the answer belongs to.</param>
internal sealed record LookupFinished(Request Asked, Lookup Lookup, LookupResult Result) : Request
{
    public override bool AllowedBeforeSignOn => Asked.AllowedBeforeSignOn;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (Result is LookupFailed failed)
        {
            decision.Answer(failed.Refusal);
        }
        else if (Asked.ToResume() is { } resumable)
        {
            resumable.Resume(state, asker, Result, decision);
        }
        else if (Result is EntriesLookedUp { Entries: { } entries } found)
        {
            Show(found with { Entries = entries }, state, asker, decision);
        }
        else
        {
            decision.Refuse(RefusalCode.NotFound, "Nothing was found.");
        }
    }

    private void Show(EntriesLookedUp found, ChatState state, Asker asker, Decision decision)
    {
        var entries = found.Entries ?? [];
        if (Lookup is FindLookup find && (entries.Count == 0 || !MayRead(state, asker, entries[0].Room)))
        {
            // The same words in both cases: whether a message exists is nobody's business who may not read it.
            decision.Refuse(RefusalCode.NotFound, $"There is no message {find.Id} that you may read.");
            return;
        }

        var readable = entries.All(entry => MayRead(state, asker, entry.Room))
            ? entries
            : entries.Where(entry => MayRead(state, asker, entry.Room)).ToArray();
        decision.Answer(new EntriesFound(readable, found.More));
    }

    private static bool MayRead(ChatState state, Asker asker, string room) =>
        RoomName.TryCreate(room, out var name, out _)
        && state.FindRoom(name) is { } found
        && Gate.May(asker.SignedOn, Deed.Read, found);
}
