using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Console;

/// <summary><c>&lt;('127.0.0.1', 57486)&gt; hello all</c>; members of other doors as <c>&lt;nick&gt; text</c>.</summary>
internal sealed class ConsoleForm : UnframedForm
{
    private ConsoleForm(bool lines)
        : base(lines)
    {
    }

    public static ConsoleForm Historic { get; } = new(lines: false);

    public static ConsoleForm InLines { get; } = new(lines: true);

    protected override void WriteLine(Participant author, MessageKind kind, ReadOnlySpan<char> line, bool isPrivate, TickBuffer output)
    {
        output.Write("<"u8);
        if (author.Origin.Door == ConsoleDialect.DialectName)
        {
            PeerName.WriteTuple(author.Origin, output);
        }
        else
        {
            output.Write(author.Nickname.Text);
        }

        output.Write(isPrivate ? "> (private) "u8 : "> "u8)
            .Write(kind == MessageKind.Action ? "* "u8 : default)
            .Write(line);
    }
}
