using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Alias;

/// <summary>
/// <c>tom: hello</c>, <c>tom joined!</c>, <c>tom left!</c>; whoever says or does it sees it too. Towards the historic clients everything
/// that is not ASCII is a question mark, because one such byte makes them disconnect.
/// </summary>
internal sealed class AliasForm : UnframedForm
{
    private AliasForm(bool lines)
        : base(lines)
    {
    }

    public static AliasForm Historic { get; } = new(lines: false);

    public static AliasForm InLines { get; } = new(lines: true);

    public override bool Echoes(ChatEvent happened) => happened is MessagePosted or MemberJoined;

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        switch (happened)
        {
            case MemberJoined { Actor.Presence: Presence.Announced } joined:
                Tell($"{Name(joined.Actor)} joined!", output);
                break;
            case MemberLeft { Actor.Presence: Presence.Announced } left:
                Tell($"{Name(left.Actor)} left!", output);
                break;
            case MemberKicked kicked:
                Tell($"{Name(kicked.Victim)} left!", output);
                break;
            case NicknameChanged changed:
                Tell($"{Name(changed.Before)} is now {Name(changed.After)}", output);
                break;
            default:
                base.Encode(happened, output);
                break;
        }
    }

    public string Name(Participant who) => Lines ? who.Nickname.Text : AliasName.Of(who);

    /// <summary>Text as the session can bear it.</summary>
    public string Bearable(string text) => Lines ? text : AsciiForm.Mask(text);

    protected override void WriteLine(Participant author, MessageKind kind, ReadOnlySpan<char> line, bool isPrivate, TickBuffer output)
    {
        output.Write(Name(author)).Write(": "u8).Write(kind == MessageKind.Action ? "* "u8 : default);
        if (Lines || System.Text.Ascii.IsValid(line))
        {
            output.Write(line);
        }
        else
        {
            output.Write(AsciiForm.Mask(line.ToString()));
        }
    }
}
