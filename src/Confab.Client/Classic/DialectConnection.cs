using System.Buffers;
using System.Net.Sockets;

namespace Confab.Client.Classic;

/// <summary>One TCP connection of a classic dialect. One reads while others may type.</summary>
internal sealed class DialectConnection(Socket socket, DialectClient client, DialectSessionOptions options) : IDisposable
{
    private const int ReadBytes = 16 * 1024;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly byte[] _read = new byte[ReadBytes];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int>? _receiving;

    public DialectClient Client => client;

    public Task OpenAsync(CancellationToken cancellationToken) => TakeTurnAsync(
        output =>
        {
            client.Open(output);
            return true;
        },
        cancellationToken);

    /// <summary>Sends a line, once the server is ready for lines.</summary>
    public async Task TypeAsync(string line, CancellationToken cancellationToken)
    {
        await _ready.Task.WaitAsync(cancellationToken);
        var stays = await TakeTurnAsync(output => client.Type(line, output), cancellationToken);
        if (!stays && client.LeavesByClosing)
        {
            socket.Shutdown(SocketShutdown.Send);
        }
    }

    /// <summary>Waits for something to show.</summary>
    /// <returns>False when nothing more comes.</returns>
    public async Task<bool> ReadAsync(List<string> shown, CancellationToken cancellationToken)
    {
        _receiving ??= socket.ReceiveAsync(_read, SocketFlags.None, cancellationToken).AsTask();
        if (client.HoldsText && !await ArrivesSoonAsync(_receiving, cancellationToken))
        {
            await SettleAsync(shown, cancellationToken);
            return true;
        }

        var count = await _receiving;
        _receiving = null;
        if (count == 0)
        {
            await SettleAsync(shown, cancellationToken);
            return false;
        }

        await TakeTurnAsync(
            output =>
            {
                client.Read(_read.AsSpan(0, count), shown, output);
                return true;
            },
            cancellationToken);
        return true;
    }

    public void Dispose()
    {
        _ready.TrySetException(new ObjectDisposedException(nameof(DialectConnection)));
        _ = _ready.Task.Exception;
        socket.Dispose();
    }

    private async Task<bool> ArrivesSoonAsync(Task<int> receiving, CancellationToken cancellationToken)
    {
        try
        {
            await receiving.WaitAsync(options.SettleAfter, options.Reconnect.Clock, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private Task<bool> SettleAsync(List<string> shown, CancellationToken cancellationToken) => TakeTurnAsync(
        output =>
        {
            client.Settle(shown, output);
            return true;
        },
        cancellationToken);

    // The reader answers by itself in some dialects: whole answers and whole lines take turns.
    private async Task<bool> TakeTurnAsync(Func<IBufferWriter<byte>, bool> act, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _output.ResetWrittenCount();
            var result = act(_output);
            for (var rest = _output.WrittenMemory; !rest.IsEmpty;)
            {
                rest = rest[await socket.SendAsync(rest, SocketFlags.None, cancellationToken)..];
            }

            if (client.IsReady)
            {
                _ready.TrySetResult();
            }

            return result;
        }
        finally
        {
            _turn.Release();
        }
    }
}
