using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;
using Confab.Protocols;
using Confab.Protocols.Detection;
using Confab.Protocols.NulText;

namespace Confab.Dialects.Nul;

/// <summary>One session of the <c>nul</c> dialect.</summary>
internal sealed class NulSession(DialectOptions options, NulForm form) : DialectSession
{
    private const string Quit = "q";

    private static readonly Refused _tooLong = new(RefusalCode.TextTooLong, "message too long");

    private readonly NulDecoder _decoder = new(options.MessageBytes);
    private FirstBytes _firstBytes;
    private bool _ended;

    public override WireForm Form => form;

    public override bool HoldsPartial => _decoder.HoldsPartial;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (_firstBytes.Inspect(read) is Detected.Http or Detected.Tls)
        {
            return Received.Abort;
        }

        while (!_ended)
        {
            switch (_decoder.Read(ref read, out var message))
            {
                case ReadStatus.Complete:
                    Said(message);
                    break;
                case ReadStatus.TooLong:
                    GiveUp(_tooLong);
                    break;
                default:
                    return Received.Continue;
            }
        }

        return Received.Continue;
    }

    public override void GiveUp(Refused refusal)
    {
        _ended = true;
        base.GiveUp(refusal);
    }

    public override void Show(in Answer answer, SessionWriter writer)
    {
        switch (answer.Reply)
        {
            case Refused { Code: RefusalCode.TextEmpty }:
                // Like an empty message: nothing was said.
                break;
            case Refused refused when refused == _tooLong:
                NulForm.Tell(refused.Text, writer.Buffer);
                break;
            case Refused refused:
                NulForm.Tell($"Server: {refused.Text}", writer.Buffer);
                if (refused.Code == RefusalCode.BannedFromServer)
                {
                    writer.Close(CloseStyle.Normal);
                }

                break;
            case Goodbye:
                writer.Close(CloseStyle.Normal);
                break;
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        switch (happened)
        {
            case PrivateMessagePosted message:
                NulForm.Say(message.From, message.Kind, message.Message.Value, writer.Buffer, isPrivate: !message.From.IsServer);
                break;
            case ServerAnnounced announced:
                NulForm.Say(announced.Actor, MessageKind.Notice, announced.Message.Value, writer.Buffer);
                break;
            case MemberKicked kicked:
                NulForm.Tell($"Server: {KickText.Of(kicked)}", writer.Buffer);
                writer.Close(CloseStyle.Normal);
                break;
            case ServerStopping or SessionEnded:
                writer.Close(CloseStyle.Normal);
                break;
        }
    }

    protected override void Started() =>
        Engine.Submit(new SignOn(PeerName.Port(Engine.Origin), Presence.Quiet, AcceptOther: true, options.Room));

    private void Said(string message)
    {
        if (message == Quit)
        {
            _ended = true;
            Engine.Submit(new SignOff(Reason: null));
        }
        else if (message.Length > 0)
        {
            Engine.Submit(new Post(options.Room, message));
        }
    }
}
