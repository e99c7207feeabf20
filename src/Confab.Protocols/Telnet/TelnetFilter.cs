using System.Buffers;

namespace Confab.Protocols.Telnet;

/// <summary>
/// Takes telnet's own bytes out of what a person types, and refuses every option, so that <c>telnet</c> works like <c>nc</c>.
/// </summary>
/// <remarks>
/// <para>Shape (RFC 854): <c>IAC WILL|WONT|DO|DONT option</c>, <c>IAC SB ... IAC SE</c>, <c>IAC command</c>, <c>IAC IAC</c>.
/// All are removed, the data byte 255 that <c>IAC IAC</c> means too: it never occurs in UTF-8. An IAC before a byte that is no
/// command is removed alone. CR NUL becomes CR LF; any other NUL is telnet's padding and is removed.</para>
/// <para>WILL is answered with DONT and DO with WONT (RFC 855); WONT, DONT and everything else with nothing, so two ends that
/// refuse never answer each other in a loop, and replies are never longer than what asked for them.</para>
/// <para>Sequences may be cut anywhere by the ends of reads. A filter belongs to one session, keeps two bytes and is not thread-safe.</para>
/// </remarks>
public sealed class TelnetFilter
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(0, TelnetCommand.Escape);

    private TelnetState _state;
    private bool _afterCarriageReturn;

    /// <summary>
    /// Whether <paramref name="input"/> can be used unchanged, because the filter is between sequences and finds nothing to change;
    /// then it need not be given to <see cref="Filter"/>.
    /// </summary>
    /// <param name="input">One read.</param>
    /// <returns>False also for input that ends in CR, since the NUL of a CR NUL may follow.</returns>
    public bool IsPlain(ReadOnlySpan<byte> input) =>
        _state == TelnetState.Text
        && !_afterCarriageReturn
        && !input.ContainsAny(Special)
        && !input.EndsWith("\r"u8);

    /// <summary>Writes the text of one read to <paramref name="text"/> and what must be sent back to <paramref name="replies"/>.</summary>
    /// <param name="input">One read, cut anywhere.</param>
    /// <param name="text">Receives the bytes that remain, at most as many as came in.</param>
    /// <param name="replies">Receives three bytes for each option that the other end offers or asks for.</param>
    public void Filter(ReadOnlySpan<byte> input, IBufferWriter<byte> text, IBufferWriter<byte> replies)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(replies);
        while (!input.IsEmpty)
        {
            switch (_state)
            {
                case TelnetState.Text:
                    TakeText(ref input, text);
                    break;
                case TelnetState.Subnegotiation:
                    var escape = input.IndexOf(TelnetCommand.Escape);
                    input = escape < 0 ? default : input[(escape + 1)..];
                    _state = escape < 0 ? TelnetState.Subnegotiation : TelnetState.SubnegotiationEscape;
                    break;
                case TelnetState.Escape when input[0] < TelnetCommand.EndSubnegotiation:
                    _state = TelnetState.Text;
                    break;
                default:
                    TakeCommandByte(input[0], replies);
                    input = input[1..];
                    break;
            }
        }
    }

    private void TakeText(ref ReadOnlySpan<byte> input, IBufferWriter<byte> text)
    {
        var special = input.IndexOfAny(Special);
        var run = special < 0 ? input : input[..special];
        if (!run.IsEmpty)
        {
            text.Write(run);
            _afterCarriageReturn = run[^1] == '\r';
        }

        if (special < 0)
        {
            input = default;
            return;
        }

        if (input[special] == TelnetCommand.Escape)
        {
            _state = TelnetState.Escape;
        }
        else if (_afterCarriageReturn)
        {
            text.Write("\n"u8);
            _afterCarriageReturn = false;
        }

        input = input[(special + 1)..];
    }

    private void TakeCommandByte(byte value, IBufferWriter<byte> replies)
    {
        switch (_state)
        {
            case TelnetState.OptionOfWill:
                replies.Write([TelnetCommand.Escape, TelnetCommand.Dont, value]);
                break;
            case TelnetState.OptionOfDo:
                replies.Write([TelnetCommand.Escape, TelnetCommand.Wont, value]);
                break;
            default:
                break;
        }

        _state = (_state, value) switch
        {
            (TelnetState.Escape, TelnetCommand.Subnegotiate) => TelnetState.Subnegotiation,
            (TelnetState.Escape, TelnetCommand.Will) => TelnetState.OptionOfWill,
            (TelnetState.Escape, TelnetCommand.Do) => TelnetState.OptionOfDo,
            (TelnetState.Escape, TelnetCommand.Wont or TelnetCommand.Dont) => TelnetState.OptionOfRefusal,
            (TelnetState.SubnegotiationEscape, not TelnetCommand.EndSubnegotiation) => TelnetState.Subnegotiation,
            _ => TelnetState.Text,
        };
    }
}
