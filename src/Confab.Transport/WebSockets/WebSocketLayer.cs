using Confab.Engine.Delivery;
using Confab.Protocols.WebSockets;
using Confab.Transport.Connections;

namespace Confab.Transport.WebSockets;

/// <summary>
/// WebSocket (RFC 6455, and IRCv3 <c>extensions/websocket</c>) between the pipe of a connection that has been upgraded and the dialect: each message is a
/// line.
/// </summary>
/// <param name="rules">What the door allows.</param>
/// <param name="subprotocol">What was agreed on; null for nothing.</param>
public sealed class WebSocketLayer(WebSocketRules rules, string? subprotocol) : SessionLayer
{
    // RFC 6455 section 7.4.1.
    private const ushort NormalEnd = 1000;
    private const ushort GoingAway = 1001;
    private const ushort ProtocolError = 1002;
    private const ushort InvalidContent = 1007;
    private const ushort MessageTooBig = 1009;

    private static readonly byte[] _ping = WebSocketFrame.Control(WebSocketOpcode.Ping, []);

    private readonly WebSocketDecoder _decoder = new(rules.MessageBytes);
    private volatile WebSocketFraming _framing = subprotocol switch
    {
        Subprotocol.Text => WebSocketFraming.Text,
        Subprotocol.Binary => WebSocketFraming.Binary,
        _ => WebSocketFraming.TextWherePossible,
    };

    private bool _isDecided = subprotocol is not null;
    private volatile ushort _status;
    private long _lastHeard = rules.Clock.GetTimestamp();

    // When the question was put that has no answer yet; 0 for none.
    private long _asked;

    internal override Framing Framing => _framing;

    internal override ReadOnlyMemory<byte> Farewell =>
        WebSocketFrame.Close(_status is not 0 and var status ? status : rules.Stopping.IsCancellationRequested ? GoingAway : NormalEnd);

    internal override bool HoldsPartial => _decoder.HoldsPartial;

    internal override bool Receive(Span<byte> read, LiveSession session, out long messages)
    {
        Volatile.Write(ref _lastHeard, rules.Clock.GetTimestamp());
        messages = 0;
        while (_decoder.Read(ref read, out var content) is not WebSocketFound.NeedMore and var found)
        {
            if (!Take(found, content, session, ref messages))
            {
                return false;
            }
        }

        return true;
    }

    internal override void Watch(LiveSession session)
    {
        var asked = Volatile.Read(ref _asked);
        var heard = Volatile.Read(ref _lastHeard);
        if (asked == 0 || heard - asked >= 0)
        {
            Volatile.Write(ref _asked, 0);
            if (rules.Clock.GetElapsedTime(heard) >= rules.PingInterval)
            {
                Volatile.Write(ref _asked, rules.Clock.GetTimestamp());
                session.Connection.Send(_ping);
            }
        }
        else if (rules.Clock.GetElapsedTime(asked) >= rules.PingTimeout)
        {
            session.Connection.Abort();
        }
    }

    private bool Take(WebSocketFound found, ReadOnlySpan<byte> content, LiveSession session, ref long messages)
    {
        switch (found)
        {
            case WebSocketFound.Text or WebSocketFound.Binary:
                Decide(found);
                var goesOn = session.Take(content, endOfRead: true, out var some);
                messages += some ?? 0;
                return goesOn;
            case WebSocketFound.Ping:
                messages++;
                session.Connection.Send(WebSocketFrame.Control(WebSocketOpcode.Pong, content));
                return true;
            case WebSocketFound.Pong:
                messages++;
                return true;
            case WebSocketFound.Close:
                return false;
            case WebSocketFound.TooLong:
                Refuse(session, MessageTooBig, $"A message of more than {rules.MessageBytes} bytes came. Send shorter ones.");
                return true;
            case WebSocketFound.InvalidText:
                Refuse(session, InvalidContent, "A text message came that is not UTF-8. Send text in UTF-8, and other bytes in binary messages.");
                return true;
            default:
                Refuse(session, ProtocolError, "What came is no WebSocket frame of a client (RFC 6455 section 5). Connect again.");
                return true;
        }
    }

    // Where nothing was agreed on, the client's first message decides.
    private void Decide(WebSocketFound kind)
    {
        if (!_isDecided)
        {
            _isDecided = true;
            _framing = kind == WebSocketFound.Binary ? WebSocketFraming.Binary : WebSocketFraming.TextWherePossible;
        }
    }

    // What the peer still sends is read on and discarded, or our last words would be lost with the connection.
    private void Refuse(LiveSession session, ushort status, string text)
    {
        _status = status;
        session.Refuse(text);
    }
}
