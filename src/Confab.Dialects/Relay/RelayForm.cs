using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Relay;

/// <summary><c>54358:Hi!</c>; members of other doors by their nicknames.</summary>
internal sealed class RelayForm : UnframedForm
{
    private RelayForm(bool lines)
        : base(lines)
    {
    }

    public static RelayForm Historic { get; } = new(lines: false);

    public static RelayForm InLines { get; } = new(lines: true);

    protected override void WriteLine(Participant author, MessageKind kind, ReadOnlySpan<char> line, bool isPrivate, TickBuffer output)
    {
        if (author.Origin.Door == RelayDialect.DialectName)
        {
            PeerName.WritePort(author.Origin, output);
        }
        else
        {
            output.Write(author.Nickname.Text);
        }

        output.Write(isPrivate ? ":(private) "u8 : ":"u8)
            .Write(kind == MessageKind.Action ? "* "u8 : default)
            .Write(line);
    }
}
