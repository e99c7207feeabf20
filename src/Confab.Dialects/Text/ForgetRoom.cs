using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>The person was removed from a room: their next line does not go there.</summary>
internal sealed record ForgetRoom(RoomName Room, TextConversation Conversation) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (Conversation.Current == Room && state.FindRoom(Room)?.Has(asker.SignedOn.Id) is not true)
        {
            var rooms = asker.SignedOn.Rooms;
            Conversation.Current = rooms.Count > 0 ? rooms[^1].Name : null;
        }

        decision.Answer(Done.Instance);
    }
}
