using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands;
using Confab.Dialects.Irc.Replies;
using Confab.Dialects.Irc.Showing;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;
using Confab.Protocols;
using Confab.Protocols.Detection;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc;

/// <summary>One IRC client.</summary>
internal sealed class IrcSession(DialectOptions options) : DialectSession
{
    private static readonly byte[] _tooSlow = "\r\nERROR :Closing Link: you read too slowly; what waited for you is lost\r\n"u8.ToArray();

    // Reading half.
    private readonly IrcLineDecoder _decoder = new();
    private IrcSilence _silence = new(options.Clock);
    private FirstBytes _firstBytes;
    private IrcConversation? _conversation;

    // Showing half.
    private IrcAnswerWriter _answers;
    private IrcCapabilities _capabilities;
    private IrcForm _form = options.Irc.Forms.Of(IrcCapabilities.None, options.Irc.ServerName);
    private IrcIdentity _who = new(User: null, "*");

    // Set by the showing half, looked at by whoever ends sessions that never sign on.
    private volatile bool _registered;

    public override WireForm Form => _form;

    public override bool AwaitsSignOn => !_registered;

    public override bool HoldsPartial => _decoder.HoldsPartial;

    public override ReadOnlyMemory<byte> SlowReaderNotice => _tooSlow;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (_firstBytes.Inspect(read) is Detected.Http or Detected.Tls)
        {
            return Received.Abort;
        }

        _silence.Heard(options.Clock);
        while (true)
        {
            switch (_decoder.Read(ref read, out var line))
            {
                case ReadStatus.Complete:
                    Take(line);
                    break;
                case ReadStatus.TooLong:
                    Engine.Submit(new IrcLineFault("*", IsTooLong: true));
                    break;
                default:
                    return Received.Continue;
            }
        }
    }

    public override void WatchSilence()
    {
        if (!_registered)
        {
            return;
        }

        switch (_silence.Look(options.Irc, options.Clock))
        {
            case IrcSilence.Due.Ask:
                Engine.Submit(new IrcPing());
                break;
            case IrcSilence.Due.GiveUp:
                Engine.Submit(new SignOff($"Ping timeout: {(int)_silence.Length(options.Clock).TotalSeconds} seconds"));
                break;
        }
    }

    public override void Show(in Answer answer, SessionWriter writer)
    {
        switch (answer.Reply)
        {
            case Opened:
                break;
            case IrcReply reply:
                Agree(reply.Capabilities);
                _answers.Write(reply, answer, _form.Writer, writer.Buffer);
                _who = reply.Who;
                _registered = reply.Who.User is not null;
                if (reply.Closes)
                {
                    writer.Close(CloseStyle.Normal);
                }

                break;
            case Done when answer.Request is IrcPing:
                Write(new IrcLine(string.Empty, "PING", options.Irc.ServerName), writer);
                break;
            case Done when answer.Request is IrcLineFault fault:
                Write(
                    fault.IsTooLong
                        ? new IrcLine(null, IrcNumerics.ErrInputTooLong, _who.Nickname, "Input line was too long") { EndsWithText = true }
                        : new IrcLine(null, "FAIL", fault.Command, "INVALID_UTF8", "Message rejected, your IRC software MUST use UTF-8 encoding on this network") { EndsWithText = true },
                    writer);
                break;
            case Goodbye goodbye:
                WriteEnd(goodbye.Reason ?? "Connection closed", writer);
                break;
            case Refused refused when answer.Request is IrcInput input:
                Refuse(refused, input.Message, answer, writer);
                break;
            case Refused refused:
                Write(new IrcLine(null, "FAIL", "*", "UNAVAILABLE", refused.Text) { EndsWithText = true }, writer);
                break;
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        switch (happened)
        {
            case ServerStopping:
                WriteEnd("The server is shutting down", writer);
                break;
            case SessionEnded ended:
                WriteEnd(ended.Text, writer);
                break;
            case MemberJoined joined when joined.Actor.User == _who.User:
                // At its place in the room's order; who else is there is told as soon as it has been looked up.
                foreach (var line in IrcEvents.Of(joined with { Away = null }, _capabilities))
                {
                    Write(line, writer);
                }

                Engine.Submit(new IrcRoomFollowed(joined.Room, _conversation!));
                break;
            case ServerAnnounced announced:
                var first = new IrcLine(options.Irc.ServerName, "NOTICE") { Time = announced.Time };
                foreach (var line in IrcSpeech.Lines(first, MessageKind.Notice, _who.Nickname, announced.Message.Formatted))
                {
                    Write(line, writer);
                }

                break;
            case UserEvent other when other.Actor.User != _who.User && !_capabilities.HasFlag(IrcCapabilities.ExtendedMonitor):
                // It watches that user and shares no room with it, and did not ask to be told more than that it comes and goes.
                break;
            case NicknameOnline or NicknameOffline:
                foreach (var line in IrcEvents.Of(happened, _capabilities))
                {
                    Write(line with { Parameters = [_who.Nickname, .. line.Parameters.Skip(1)] }, writer);
                }

                break;
            default:
                foreach (var line in IrcEvents.Of(happened, _capabilities))
                {
                    Write(line, writer);
                }

                break;
        }
    }

    public override void GiveUp(Refused refusal)
    {
        Engine.Submit(new SignOff(refusal.Text));
    }

    protected override void Started() => _conversation = new IrcConversation(options, Engine.Origin);

    private void Take(ReadOnlySpan<byte> line)
    {
        switch (IrcMessage.TryParse(line, out var message))
        {
            case IrcParseResult.Message:
                Engine.Submit(new IrcInput(message!, _conversation!));
                break;
            case IrcParseResult.NotUtf8:
                Engine.Submit(new IrcLineFault(message!.Command, IsTooLong: false));
                break;
        }
    }

    private void Agree(IrcCapabilities capabilities)
    {
        if (_capabilities != capabilities)
        {
            _capabilities = capabilities;
            _form = options.Irc.Forms.Of(capabilities, options.Irc.ServerName);
        }
    }

    // What was asked could not be carried out at all: the log could not be read or written.
    private void Refuse(Refused refused, IrcMessage message, in Answer answer, SessionWriter writer)
    {
        var line = message.Command == HistoryCommand.Name
            ? HistoryCommand.Failure(message.Parameters)
            : new IrcLine(null, "FAIL", message.Command, "UNAVAILABLE", refused.Text) { EndsWithText = true };
        _answers.Write(new IrcReply([line], IrcContext.LabelOf(message, _capabilities), _capabilities, _who), answer, _form.Writer, writer.Buffer);
    }

    private void Write(IrcLine line, SessionWriter writer) =>
        _form.Writer.Write(line, writer.Buffer);

    private void WriteEnd(string reason, SessionWriter writer)
    {
        Write(new IrcLine(string.Empty, "ERROR", $"Closing Link: {reason}") { EndsWithText = true }, writer);
        writer.Close(CloseStyle.Normal);
    }
}
