using System.Text;
using System.Text.Unicode;
using Confab.Engine.Delivery;
using Confab.Protocols.WebSockets;

namespace Confab.Transport.WebSockets;

/// <summary>Each line is a WebSocket message, without its CR and LF.</summary>
internal sealed class WebSocketFraming : Framing
{
    private readonly WebSocketOpcode _opcode;
    private readonly bool _isAgreed;

    private WebSocketFraming(WebSocketOpcode opcode, bool isAgreed)
    {
        _opcode = opcode;
        _isAgreed = isAgreed;
    }

    /// <summary>Text was agreed on: what is not valid UTF-8 is sent as far as it can be shown, for a browser would end the connection over it.</summary>
    public static WebSocketFraming Text { get; } = new(WebSocketOpcode.Text, isAgreed: true);

    /// <summary>Nothing was agreed on, and the client has not said anything that is not text: text wherever it can be.</summary>
    public static WebSocketFraming TextWherePossible { get; } = new(WebSocketOpcode.Text, isAgreed: false);

    /// <summary>Binary messages, which hold anything.</summary>
    public static WebSocketFraming Binary { get; } = new(WebSocketOpcode.Binary, isAgreed: true);

    public override void Frame(ReadOnlySpan<byte> message, TickBuffer output)
    {
        foreach (var end in message.Split((byte)'\n'))
        {
            if (message[end].TrimEnd((byte)'\r') is { IsEmpty: false } line)
            {
                FrameLine(line, output);
            }
        }
    }

    private void FrameLine(ReadOnlySpan<byte> line, TickBuffer output)
    {
        if (_opcode == WebSocketOpcode.Binary || Utf8.IsValid(line))
        {
            WebSocketFrame.Write(output, _opcode, line);
        }
        else if (_isAgreed)
        {
            WebSocketFrame.Write(output, WebSocketOpcode.Text, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line)));
        }
        else
        {
            WebSocketFrame.Write(output, WebSocketOpcode.Binary, line);
        }
    }
}
