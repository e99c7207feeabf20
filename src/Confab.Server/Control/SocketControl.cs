using System.Buffers;
using System.Net.Sockets;
using System.Text;
using Confab.Protocols.Control;

namespace Confab.Server.Control;

/// <summary>A server that runs, asked at its control socket.</summary>
internal sealed class SocketControl : IControl
{
    private readonly Socket _socket;
    private readonly StreamReader _answers;

    private SocketControl(Socket socket)
    {
        _socket = socket;
        _answers = new StreamReader(new NetworkStream(socket, ownsSocket: true), Encoding.UTF8);
    }

    /// <summary>Connects to the server of that directory; null where none answers.</summary>
    public static async Task<SocketControl?> TryConnectAsync(string dataDirectory, CancellationToken cancellation)
    {
        var path = ControlPlace.In(dataDirectory);
        if (!File.Exists(path) || ControlPlace.TryAddress(path) is not { } address)
        {
            return null;
        }

        var socket = ControlPlace.CreateSocket();
        try
        {
            await socket.ConnectAsync(address, cancellation);
            return new SocketControl(socket);
        }
        catch (SocketException)
        {
            // Left over from a server that was killed, or somebody else's.
            socket.Dispose();
            return null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task<ControlReply> AskAsync(ControlCommand command)
    {
        try
        {
            var output = new ArrayBufferWriter<byte>();
            ControlCommand.Write(output, command);
            for (var rest = output.WrittenMemory; rest.Length > 0;)
            {
                rest = rest[await _socket.SendAsync(rest)..];
            }

            var line = await _answers.ReadLineAsync() ?? throw new IOException("The connection was closed.");
            return ControlReply.Parse(line, out var reply, out var error) ? reply : throw new IOException(error);
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            throw new ControlLostException(
                $"The server went away before it answered: {gone.Message} Whether it did what was asked is not known; look, then ask again.", gone);
        }
    }

    public ValueTask DisposeAsync()
    {
        _answers.Dispose();
        return ValueTask.CompletedTask;
    }
}
