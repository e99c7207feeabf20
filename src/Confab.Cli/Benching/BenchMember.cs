using System.Buffers;
using System.Net.Sockets;
using System.Text;
using Confab.Client;

namespace Confab.Cli.Benching;

/// <summary>One client: signs on, reads everything, checks it. One task and one buffer each.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="index">Which member this is; the first ones are the senders.</param>
/// <param name="run">A number that tells this run's nicknames from those of another.</param>
/// <param name="windows">The free places of each sender's window.</param>
/// <param name="clock">Measures.</param>
internal sealed class BenchMember(BenchPlan plan, int index, int run, IReadOnlyList<SemaphoreSlim> windows, TimeProvider clock) : IDisposable
{
    private const int LeastBuffer = 16 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _front = Encoding.UTF8.GetBytes($"b{run}-");
    private readonly byte[] _buffer = new byte[Math.Max(LeastBuffer, plan.Size * 2)];
    private readonly TaskCompletionSource _signedOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly double _nanosecondsPerTick = 1e9 / clock.TimestampFrequency;
    private string _lastNote = "nothing";
    private volatile bool _isLeaving;

    public string Nickname => $"b{run}-{index}";

    public BenchTally Tally { get; } = new(plan.Senders);

    /// <summary>Why the connection broke before its time; null: it did not.</summary>
    public string? Broken { get; private set; }

    /// <summary>Connects, signs on and goes on reading in the background.</summary>
    /// <returns>The reading, which ends with the connection.</returns>
    /// <exception cref="ConnectFailedException">The server did not take the client.</exception>
    public async Task<Task> SignOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _socket.ConnectAsync(plan.Address.Host, plan.Address.Port, cancellationToken);
            var reading = ReadAsync();
            await SendAsync(plan.Dialect.SignOn(Nickname));
            await _signedOn.Task.WaitAsync(cancellationToken);
            return reading;
        }
        catch (SocketException exception)
        {
            throw new ConnectFailedException(plan.Address, $"member {index + 1} of {plan.Members}: {exception.Message}.", exception);
        }
        catch (OperationCanceledException)
        {
            throw new ConnectFailedException(
                plan.Address,
                $"member {index + 1} of {plan.Members} got no answer to \"{plan.Dialect.Question}\"; the last thing heard was {_lastNote}. "
                + $"Is it a Confab {plan.Dialect.Name} door?");
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None)..];
        }
    }

    /// <summary>Says goodbye; the reading ends when the server closes.</summary>
    public async Task LeaveAsync()
    {
        _isLeaving = true;
        try
        {
            await SendAsync(plan.Dialect.Goodbye);
        }
        catch (SocketException)
        {
            // Gone already.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadAsync()
    {
        var reason = "the server closed the connection";
        try
        {
            var used = 0;
            while (true)
            {
                var count = await _socket.ReceiveAsync(_buffer.AsMemory(used), SocketFlags.None);
                if (count == 0)
                {
                    break;
                }

                used = TakeLines(used + count);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            reason = exception.Message;
        }

        if (!_isLeaving)
        {
            Broken = $"{reason} (the last thing heard: {_lastNote})";
        }

        _signedOn.TrySetException(new ConnectFailedException(
            plan.Address,
            $"member {index + 1} of {plan.Members}: {reason}; the last thing heard was {_lastNote}."));
        _ = _signedOn.Task.Exception;
    }

    // Returns how many bytes of an unfinished line are kept at the front of the buffer.
    private int TakeLines(int length)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(0, length);
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            TakeLine(rest[..end]);
        }

        if (rest.Length == _buffer.Length)
        {
            // Longer than any line of ours: its end will be taken for a line that means nothing.
            return 0;
        }

        rest.CopyTo(_buffer);
        return rest.Length;
    }

    private void TakeLine(ReadOnlySpan<byte> line)
    {
        if (plan.Dialect.TextOf(line, _front) is { IsEmpty: false } text)
        {
            if (BenchMessage.TryRead(text, out var message) && (uint)message.Sender < (uint)plan.Senders)
            {
                Heard(message);
            }
        }
        else if (plan.Dialect.AnswerTo(line) is { IsEmpty: false } answer)
        {
            _ = AnswerAsync(answer);
        }
        else if (!_signedOn.Task.IsCompleted)
        {
            if (plan.Dialect.IsReady(line))
            {
                _signedOn.TrySetResult();
            }

            _lastNote = $"\"{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)])}\"";
        }
    }

    // Only who has been silent for long is asked, so nobody else writes to this connection now.
    private async Task AnswerAsync(ReadOnlyMemory<byte> answer)
    {
        try
        {
            await SendAsync(answer);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The reader says why.
        }
    }

    private void Heard(in BenchMessage message)
    {
        Tally.Heard(message, (long)((clock.GetTimestamp() - message.Timestamp) * _nanosecondsPerTick));

        // Each message has another witness, so that no member can fall behind unnoticed by more than a window.
        var witness = (message.Sender + 1 + (message.Sequence % (plan.Members - 1))) % plan.Members;
        if (witness == index && plan.Rate == 0)
        {
            windows[message.Sender].Release();
        }
    }
}
