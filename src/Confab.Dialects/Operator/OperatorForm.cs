using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Operator;

/// <summary>The server's operator speaks plainly, as in the historic system, where nobody else did; all others as <c>nick: text</c>.</summary>
internal sealed class OperatorForm : UnframedForm
{
    private OperatorForm(bool lines)
        : base(lines)
    {
    }

    public static OperatorForm LockStep { get; } = new(lines: false);

    public static OperatorForm InLines { get; } = new(lines: true);

    protected override void WriteLine(Participant author, MessageKind kind, ReadOnlySpan<char> line, bool isPrivate, TickBuffer output)
    {
        if (!author.IsServer)
        {
            output.Write(author.Nickname.Text)
                .Write(isPrivate ? ": (private) "u8 : ": "u8)
                .Write(kind == MessageKind.Action ? "* "u8 : default);
        }

        output.Write(line);
    }
}
