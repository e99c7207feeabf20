using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Text;

/// <summary>
/// One line from a person. What it means is known only when it is its turn: as long as there is no nickname it is one, afterwards it is a message or a
/// command. So a script may send all its lines at once.
/// </summary>
internal sealed record TextLine(string Line, TextConversation Conversation) : Request
{
    public override bool AllowedBeforeSignOn => true;

    public override bool WaitsForLookups => TextCommands.IsQuit(Line);

    /// <summary>What the line was found to ask for; null until it was decided, and where it asks for nothing.</summary>
    public Request? Asked { get; private set; }

    /// <summary>Where the next line goes, as of the decision.</summary>
    public RoomName? SpeaksIn { get; private set; }

    public override IResumable? ToResume() => Asked as IResumable;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.User is null)
        {
            Asked = TextCommands.ReadBeforeSignOn(Line, Conversation) ?? new SignOn(Line.Trim(), Presence.Announced, AcceptOther: false, Conversation.Home, WithMembers: true);
        }
        else if (TextCommands.Read(Line, Conversation) is { } asked)
        {
            Asked = asked;
        }
        else
        {
            decision.Answer(Done.Instance);
            return;
        }

        Asked.Decide(state, asker, decision);
        Follow(decision.Reply, asker.User);
    }

    private void Follow(Reply? reply, User? user)
    {
        if (reply is RoomEntered entered)
        {
            Conversation.Current = entered.Room;
        }
        else if (reply is RoomLeft left && left.Room == Conversation.Current)
        {
            Conversation.Current = user is { Rooms.Count: > 0 } ? user.Rooms[^1].Name : null;
        }

        SpeaksIn = Conversation.Current;
    }
}
