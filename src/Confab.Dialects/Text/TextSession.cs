using System.Buffers;
using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Delivery;
using Confab.Engine.Lookups;
using Confab.Engine.Ticks;
using Confab.Protocols;
using Confab.Protocols.Detection;
using Confab.Protocols.Lines;
using Confab.Protocols.Telnet;

namespace Confab.Dialects.Text;

/// <summary>One person with <c>nc</c> or <c>telnet</c>.</summary>
internal sealed class TextSession(DialectOptions options, TextForm form) : DialectSession
{
    private static readonly Refused _tooLong = new(
        RefusalCode.TextTooLong, "That line is too long and was not taken. Cut it into shorter ones.");

    // The line that was being sent may have been torn.
    private static readonly byte[] _tooSlow = "\n* You read too slowly; what waited for you is lost. Connect again.\n"u8.ToArray();

    // Reading half.
    private readonly TelnetFilter _telnet = new();
    private readonly LineDecoder _decoder = new(options.MessageBytes);
    private readonly TextConversation _conversation = new(options.Room);
    private FirstBytes _firstBytes;

    // Set by the showing half, looked at by whoever ends sessions that never sign on.
    private volatile bool _signedOn;

    public override WireForm Form => form;

    public override bool AwaitsSignOn => !_signedOn;

    public override bool HoldsPartial => _decoder.HoldsPartial;

    public override ReadOnlyMemory<byte> SlowReaderNotice => _tooSlow;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (_firstBytes.Inspect(read) is Detected.Http or Detected.Tls)
        {
            return Received.Abort;
        }

        if (_telnet.IsPlain(read))
        {
            Decode(read);
            return Received.Continue;
        }

        var text = new ArrayBufferWriter<byte>(read.Length + 1);
        var replies = new ArrayBufferWriter<byte>();
        _telnet.Filter(read, text, replies);
        if (replies.WrittenCount > 0)
        {
            Engine.Submit(new TelnetAnswer(replies.WrittenSpan.ToArray()));
        }

        Decode(text.WrittenSpan);
        return Received.Continue;
    }

    public override void InputEnding()
    {
        // A last line without its line feed.
        if (_decoder.HoldsPartial)
        {
            Decode("\n"u8);
        }
    }

    public override void Show(in Answer answer, SessionWriter writer)
    {
        var output = writer.Buffer;
        var asked = answer.Request is TextLine line ? line.Asked : answer.Request;
        switch (answer.Reply)
        {
            case Opened:
                TextLines.Note($"Welcome to {options.Server}. Type a nickname and press Enter.", output);
                break;
            case SignedOnAs on:
                _signedOn = true;
                TextReplies.SignedOn(on, answer.Recent(options.HistoryLines), output);
                break;
            case RoomEntered entered:
                TextReplies.Entered(entered, answer.Recent(options.HistoryLines), output);
                break;
            case EntriesFound found:
                TextReplies.Found(asked, found, output);
                break;
            case Goodbye:
                TextLines.Note("Goodbye.", output);
                writer.Close(CloseStyle.Normal);
                break;
            case Done when asked is TextNote note:
                foreach (var text in note.Lines)
                {
                    TextLines.Note(text, output);
                }

                break;
            case Done when asked is TelnetAnswer telnet:
                output.Write(telnet.Bytes).EndMessage();
                break;
            case Refused { Code: RefusalCode.BannedFromServer } refused:
                TextLines.Note(refused.Text, output);
                writer.Close(CloseStyle.Normal);
                break;
            case RoomLeft left:
                TextReplies.Left(left, (answer.Request as TextLine)?.SpeaksIn, options.Room, output);
                break;
            default:
                TextReplies.Show(asked, answer.Reply, output);
                break;
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        var output = writer.Buffer;
        switch (happened)
        {
            case PrivateMessagePosted message:
                TextReplies.Private("(private) ", message.From.Nickname.Text, message.Kind, message.Message, output);
                break;
            case ServerAnnounced announced:
                TextReplies.Private(string.Empty, announced.Actor.Nickname.Text, MessageKind.Notice, announced.Message, output);
                break;
            case MemberKicked kicked:
                TextLines.Note($"{KickText.Of(kicked)}.", output);
                Engine.Submit(new ForgetRoom(kicked.Room, _conversation));
                break;
            case Invited invited:
                TextLines.Note($"{InvitationText.Of(invited)}. /join {invited.Room.Text} to enter it.", output);
                break;
            case SessionEnded ended:
                TextLines.Note(ended.Text, output);
                writer.Close(CloseStyle.Normal);
                break;
            case ServerStopping:
                TextLines.Note("The server is shutting down. Goodbye!", output);
                writer.Close(CloseStyle.Normal);
                break;
        }
    }

    protected override void Started()
    {
    }

    private void Decode(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            switch (_decoder.Read(ref text, out var line))
            {
                case ReadStatus.Complete:
                    Engine.Submit(new TextLine(line, _conversation));
                    break;
                case ReadStatus.TooLong:
                    Engine.Submit(new RejectInput(_tooLong));
                    break;
                default:
                    return;
            }
        }
    }
}
