using System.Net;
using System.Threading.Channels;
using Confab.Transport.Arrivals;
using Microsoft.AspNetCore.Connections;

namespace Confab.Server.Web;

/// <summary>
/// The connections below Kestrel, on the same event loops or portable sockets as those of every other door. Kestrel's own transport reads ahead, and
/// could not let go of one.
/// </summary>
internal sealed class WebTransport(ArrivalPort port, TimeProvider clock) : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true });
    private long _last;

    public EndPoint EndPoint => port.EndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        port.Accept(Add);
        return ValueTask.FromResult<IConnectionListener>(this);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _arrivals.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_arrivals.Reader.TryRead(out var arrival))
            {
                return new WebConnection(arrival, ++_last, clock);
            }
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        port.Dispose();
        _arrivals.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        while (_arrivals.Reader.TryRead(out var arrival))
        {
            arrival.Close(reset: true);
        }

        return ValueTask.CompletedTask;
    }

    private void Add(Arrival arrival)
    {
        if (!_arrivals.Writer.TryWrite(arrival))
        {
            arrival.Close(reset: true);
        }
    }
}
