using System.Net.Sockets;
using System.Threading.Channels;
using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>One connection from its welcome until it breaks.</summary>
internal sealed class LiveConnection(
    JsonConnection connection,
    CommandLane lane,
    RoomBook rooms,
    ChannelWriter<ClientEvent> output,
    ChatClientOptions options)
    : Live<JsonCommand, JsonEvent, JsonEvent>(lane, output, options.PingAfter, options.Reconnect.Clock)
{
    /// <summary>Whether the server's goodbye was the answer to ours.</summary>
    public bool HasQuit { get; private set; }

    protected override bool IsFault(Exception exception) => exception is SocketException or WireFaultException;

    protected override void Take(JsonEvent said, List<ClientEvent> ready)
    {
        rooms.Take(said, ready);
        if (said.Type == JsonTypes.Bye)
        {
            HasQuit = said.Label is not null;
            EndsBecause(said.Reason ?? Closed);
        }
    }

    protected override ValueTask<bool> ReadAsync(List<JsonEvent> said, CancellationToken cancellationToken) =>
        connection.ReadAsync(said, cancellationToken);

    protected override Task WriteAsync(List<JsonCommand> batch, CancellationToken cancellationToken) => connection.WriteAsync(batch, cancellationToken);

    protected override JsonCommand Ping() => new() { Type = JsonTypes.Ping };
}
