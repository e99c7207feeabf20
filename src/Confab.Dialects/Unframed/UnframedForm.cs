using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Unframed;

/// <summary>
/// How a dialect without framing shows rooms. Each has two forms: the historic one, a write per message and no terminator, and the one for sessions
/// that speak in lines, where each message ends with a line feed and needs no pacing.
/// </summary>
internal abstract class UnframedForm(bool lines) : WireForm
{
    public bool Lines => lines;

    public override bool IsPaced => !lines;

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        if (happened is MessagePosted posted)
        {
            Say(posted.Actor, posted.Kind, posted.Message, output);
        }
    }

    /// <summary>Writes a message, each of its lines as a message of its own: a line feed inside would look like the next one's beginning.</summary>
    public void Say(Participant author, MessageKind kind, MessageText text, TickBuffer output, bool isPrivate = false)
    {
        foreach (var line in text.Lines)
        {
            WriteLine(author, kind, line, isPrivate, output);
            End(output);
        }
    }

    /// <summary>Writes one message as it is.</summary>
    public void Tell(string text, TickBuffer output, bool alone = false)
    {
        output.Write(text);
        End(output, alone);
    }

    protected abstract void WriteLine(Participant author, MessageKind kind, ReadOnlySpan<char> line, bool isPrivate, TickBuffer output);

    protected void End(TickBuffer output, bool alone = false)
    {
        if (lines)
        {
            output.Write("\n"u8);
        }

        output.EndMessage(alone);
    }
}
