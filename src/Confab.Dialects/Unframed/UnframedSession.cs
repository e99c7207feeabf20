using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;
using Confab.Protocols;
using Confab.Protocols.Detection;
using Confab.Protocols.Lines;

namespace Confab.Dialects.Unframed;

/// <summary>
/// What the four dialects without framing have in common: one read is one message, unless the peer speaks in lines; a browser is shown the door; the
/// end of a session is made so that the historic clients notice it.
/// </summary>
internal abstract class UnframedSession(DialectOptions options, UnframedForm unframed, UnframedForm lines) : DialectSession
{
    // Reading half.
    private readonly UnframedDecoder _decoder = new(options.MessageBytes);
    private readonly HeldReads _held = new();
    private FirstBytes _firstBytes;
    private bool _isChat;
    private bool _linesTold;
    private UnframedForm _form = unframed;

    public override WireForm Form => _form;

    public override bool HoldsFirstBytes => !_held.IsEmpty;

    protected DialectOptions Options => options;

    /// <summary>The form in force. Owned by the showing half.</summary>
    protected UnframedForm Current => _form;

    /// <summary>True where an ordinary end of the stream would set the peer's client spinning.</summary>
    protected virtual bool EndsWithReset => true;

    /// <summary>True where even an empty message means something.</summary>
    protected virtual bool WantsEmpty => false;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (!_isChat)
        {
            switch (_firstBytes.Inspect(read))
            {
                case Detected.Http or Detected.Tls:
                    _held.Forget();
                    return Received.Abort;
                case Detected.Undecided:
                    _held.Add(read, endOfRead);
                    return Received.Continue;
            }

            FirstBytesWaited();
        }

        Decode(read, endOfRead);
        return Received.Continue;
    }

    public override void FirstBytesWaited()
    {
        _isChat = true;
        while (_held.TryTake(out var read, out var endOfRead))
        {
            Decode(read, endOfRead);
        }
    }

    public override void InputEnding() => FirstBytesWaited();

    public sealed override void Show(in Answer answer, SessionWriter writer)
    {
        switch (answer.Reply)
        {
            case Done when answer.Request is LinesSeen:
                _form = lines;
                TurnedToLines(writer);
                break;
            case Goodbye:
                Leave(answer, writer);
                Close(writer);
                break;
            case Refused { Code: RefusalCode.TextEmpty } when !NeedsAnswers:
                // Like an empty message: nothing was said.
                break;
            case Refused { Code: RefusalCode.BannedFromServer } refused:
                Complain(refused, writer);
                Stop(writer);
                Close(writer);
                break;
            case Refused refused:
                Complain(refused, writer);
                break;
            default:
                ShowAnswer(answer, writer);
                break;
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        switch (happened)
        {
            case PrivateMessagePosted message:
                _form.Say(message.From, message.Kind, message.Message, writer.Buffer, isPrivate: !message.From.IsServer);
                break;
            case ServerAnnounced announced:
                _form.Say(announced.Actor, MessageKind.Notice, announced.Message, writer.Buffer);
                break;
            case MemberKicked kicked:
                Complain(new Refused(RefusalCode.Denied, KickText.Of(kicked)), writer);
                Stop(writer);
                Close(writer);
                break;
            case SessionEnded ended:
                Complain(new Refused(RefusalCode.Denied, ended.Text), writer);
                Stop(writer);
                Close(writer);
                break;
            case ServerStopping:
                Stop(writer);
                Close(writer);
                break;
        }
    }

    /// <summary>True where the peer waits for something to come of each message.</summary>
    protected virtual bool NeedsAnswers => false;

    /// <summary>The peer sent a message. Part of the reading half.</summary>
    protected abstract void Said(string message);

    /// <summary>Shows an answer that is particular to the dialect.</summary>
    protected virtual void ShowAnswer(in Answer answer, SessionWriter writer)
    {
    }

    /// <summary>Tells the peer, in the server's name, why something was not done.</summary>
    protected abstract void Complain(Refused refused, SessionWriter writer);

    /// <summary>The last words to a peer that leaves by its own wish.</summary>
    protected virtual void Leave(in Answer answer, SessionWriter writer)
    {
    }

    /// <summary>The dialect's goodbye when it is the server that ends the session.</summary>
    protected virtual void Stop(SessionWriter writer)
    {
    }

    protected virtual void TurnedToLines(SessionWriter writer)
    {
    }

    private void Decode(ReadOnlySpan<byte> read, bool endOfRead)
    {
        while (_decoder.Read(ref read, endOfRead, out var message) == ReadStatus.Complete)
        {
            if (_decoder.HasSeenLineFeed && !_linesTold)
            {
                _linesTold = true;
                Engine.Submit(new LinesSeen());
            }

            if (message.Length > 0 || WantsEmpty)
            {
                Said(message);
            }
        }
    }

    private void Close(SessionWriter writer) =>
        writer.Close(EndsWithReset && !_form.Lines ? CloseStyle.Reset : CloseStyle.Normal);
}
