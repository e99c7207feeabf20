using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Nul;

/// <summary><c>('127.0.0.1', 60204): Hi\0</c>; members of other doors as <c>nick: text\0</c>. Line feeds within a message stay.</summary>
internal sealed class NulForm(bool echo, bool announceLeaves) : WireForm
{
    public override bool Echoes(ChatEvent happened) => echo && happened is MessagePosted;

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        switch (happened)
        {
            case MessagePosted posted:
                Say(posted.Actor, posted.Kind, posted.Text, output);
                break;
            case MemberLeft left when announceLeaves:
                Tell($"{Name(left.Actor)} left", output);
                break;
            case MemberKicked kicked when announceLeaves:
                Tell($"{Name(kicked.Victim)} left", output);
                break;
        }
    }

    public static void Say(Participant author, MessageKind kind, string text, TickBuffer output, bool isPrivate = false)
    {
        if (author.Origin.Door == NulDialect.DialectName)
        {
            PeerName.WriteTuple(author.Origin, output);
        }
        else
        {
            output.Write(author.Nickname.Text);
        }

        output.Write(isPrivate ? ": (private) "u8 : ": "u8)
            .Write(kind == MessageKind.Action ? "* "u8 : default);
        Tell(text, output);
    }

    public static void Tell(string text, TickBuffer output)
    {
        output.Write(text).Write("\0"u8);
        output.EndMessage();
    }

    private static string Name(Participant who) =>
        who.Origin.Door == NulDialect.DialectName ? PeerName.Tuple(who.Origin) : who.Nickname.Text;
}
