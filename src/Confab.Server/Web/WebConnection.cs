using System.Globalization;
using System.IO.Pipelines;
using Confab.Transport.Arrivals;
using Confab.Transport.Limits;
using Microsoft.AspNetCore.Connections;

namespace Confab.Server.Web;

/// <summary>
/// A connection as Kestrel sees it. It is read only when Kestrel asks, so that it can become a session between two reads: then Kestrel is done with it
/// and does not know that it lives on.
/// </summary>
internal sealed class WebConnection : DefaultConnectionContext
{
    private readonly TimeProvider _clock;
    private readonly DuplexPipe _plain;

    public WebConnection(Arrival arrival, long number, TimeProvider clock)
        : base(number.ToString(CultureInfo.InvariantCulture))
    {
        Arrival = arrival;
        _clock = clock;
        _plain = DuplexPipe.Over(arrival.Stream);
        Transport = _plain;
        RemoteEndPoint = arrival.Peer;
    }

    /// <summary>What came.</summary>
    public Arrival Arrival { get; }

    /// <summary>That it was counted in when it came; null where that is still to be done.</summary>
    public Admission? Admission { get; set; }

    /// <summary>The session that it becomes when Kestrel is done with it; null for none.</summary>
    public WebOpening? Opening { get; set; }

    // Whoever reads or writes at the moment learns it there. May be called by a timer when the connection has been disposed of.
    public override void Abort(ConnectionAbortedException abortReason) => Arrival.Close(reset: true);

    public override async ValueTask DisposeAsync()
    {
        // A session behind TLS and a proxy's header still reads through the pipe.
        if (Opening is null)
        {
            await Arrival.EndAsync(_clock);
            await _plain.Input.CompleteAsync();
            await _plain.Output.CompleteAsync();
        }

        await base.DisposeAsync();
    }
}
