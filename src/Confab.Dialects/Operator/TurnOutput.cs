using System.Globalization;
using System.Text;
using Confab.Engine.Delivery;
using Confab.Protocols.Framing;

namespace Confab.Dialects.Operator;

/// <summary>
/// The way out of a lock-step session: what is said to it waits for its turn, and each turn gets exactly one reply, in one piece. Owned by
/// the delivery loop.
/// </summary>
internal sealed class TurnOutput(ISessionOutput connection, int maxBytes) : ISessionOutput
{
    /// <summary>What the historic client reads at once.</summary>
    private const int ReplyBytes = 1024;

    private readonly Queue<byte[]> _waiting = new();
    private readonly TickBuffer _reply = new();
    private int _bytes;
    private int _dropped;
    private bool _lines;

    /// <summary>How many messages of the client still wait for their replies.</summary>
    public int OpenTurns { get; private set; }

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        if (!paced)
        {
            connection.Deliver(segments, paced);
            return;
        }

        foreach (var segment in segments)
        {
            for (var message = segment.First; message < segment.End; message++)
            {
                Take(segment.Buffer.Bytes(message, message + 1));
            }
        }

        SendLines();
        ReplyIfPossible();
    }

    public void Close(CloseStyle style) => connection.Close(style);

    /// <summary>The client has said something and waits for its reply.</summary>
    public void BeginTurn()
    {
        OpenTurns++;
        ReplyIfPossible();
    }

    /// <summary>Ends the oldest turn with a stopgap.</summary>
    public void EndTurn(string stopgap)
    {
        if (OpenTurns > 0)
        {
            Send(Encoding.UTF8.GetBytes(stopgap));
        }
    }

    /// <summary>The session turned out to speak in lines: what waits is said at once, and there are no turns any more.</summary>
    public void TurnToLines()
    {
        _lines = true;
        OpenTurns = 0;
        foreach (var message in _waiting)
        {
            WriteLine(message);
        }

        _waiting.Clear();
        _bytes = 0;
        SendLines();
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (_lines)
        {
            // Encoded before the session was known to speak in lines.
            WriteLine(message);
        }
        else
        {
            Enqueue(message.ToArray());
        }
    }

    private void WriteLine(ReadOnlySpan<byte> message)
    {
        _reply.Write(message).Write("\n"u8);
        _reply.EndMessage();
    }

    private void SendLines()
    {
        if (_reply.Count > 0)
        {
            connection.Deliver([new Segment(_reply, 0, _reply.Count)], paced: false);
            _reply.Clear(ReplyBytes);
        }
    }

    private void Enqueue(byte[] message)
    {
        _waiting.Enqueue(message);
        _bytes += message.Length;

        // A client that takes no turn is not slow: it only misses what is too old.
        while (_bytes > maxBytes && _waiting.Count > 1)
        {
            _bytes -= _waiting.Dequeue().Length;
            _dropped++;
        }
    }

    private void ReplyIfPossible()
    {
        while (OpenTurns > 0 && _waiting.Count > 0)
        {
            Send(Fold());
        }
    }

    // As many whole messages as one reply holds, oldest first, a line each. A message longer than a reply is continued in the next one.
    private byte[] Fold()
    {
        var folded = new List<byte>(ReplyBytes);
        if (_dropped > 0)
        {
            folded.AddRange(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"({_dropped} earlier messages not shown)")));
            _dropped = 0;
        }

        while (_waiting.TryPeek(out var message))
        {
            var separator = folded.Count == 0 ? 0 : 1;
            if (folded.Count + separator + message.Length > ReplyBytes && folded.Count > 0)
            {
                break;
            }

            if (separator > 0)
            {
                folded.Add((byte)'\n');
            }

            _waiting.Dequeue();
            _bytes -= message.Length;
            if (message.Length <= ReplyBytes)
            {
                folded.AddRange(message);
                continue;
            }

            var cut = Utf8Cut.Cut(message, ReplyBytes);
            folded.AddRange(message.AsSpan(0, cut));
            PutBack(message[cut..]);
            break;
        }

        return [.. folded];
    }

    private void PutBack(byte[] rest)
    {
        var others = _waiting.ToArray();
        _waiting.Clear();
        _waiting.Enqueue(rest);
        foreach (var other in others)
        {
            _waiting.Enqueue(other);
        }

        _bytes += rest.Length;
    }

    private void Send(byte[] reply)
    {
        OpenTurns--;
        _reply.Write(reply);
        _reply.EndMessage(alone: true);
        connection.Deliver([new Segment(_reply, 0, _reply.Count)], paced: true);
        _reply.Clear(ReplyBytes);
    }
}
