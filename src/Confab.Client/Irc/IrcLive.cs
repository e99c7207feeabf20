using System.Threading.Channels;
using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Client.Irc.Rooms;
using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>One connection from its greeting until it breaks.</summary>
internal sealed class IrcLive(
    IrcConnection connection,
    IrcLane lane,
    IrcRoomBook rooms,
    ChannelWriter<ClientEvent> output,
    IrcClientOptions options)
    : Live<IrcMessage, IrcAnswer, IrcMessage>(lane, output, options.PingAfter, options.Reconnect.Clock)
{
    private readonly BatchCollector _batches = new();

    protected override bool IsFault(Exception exception) => IrcConnection.IsFault(exception);

    protected override void Take(IrcMessage said, List<ClientEvent> ready)
    {
        if (said.Command == "ERROR")
        {
            EndsBecause(said.Parameter(0) ?? Closed);
        }

        if (_batches.Take(said) is { } unit)
        {
            rooms.Take(unit, ready);
        }
    }

    protected override ValueTask<bool> ReadAsync(List<IrcMessage> said, CancellationToken cancellationToken) =>
        connection.ReadAsync(said, cancellationToken);

    protected override Task WriteAsync(List<IrcMessage> batch, CancellationToken cancellationToken) => connection.WriteAsync(batch, cancellationToken);

    protected override IrcMessage Ping() => new("PING", "still-there");
}
