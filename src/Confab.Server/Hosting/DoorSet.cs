using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Server.Web;
using Confab.Transport.Connections;
using Confab.Transport.Doors;
using Confab.Transport.Tls;

namespace Confab.Server.Hosting;

/// <summary>
/// The doors of one server: all that were asked for, and of the default ones those whose port is free. Every port is taken before the first
/// door lets anybody in, so that a door which cannot open leaves none that was open for a moment.
/// </summary>
internal sealed class DoorSet : IDisposable
{
    // Who waits for the server to be up waits for this one: it opens when all others have.
    private const string LastDialect = "irc";

    private readonly List<(ListenerOptions Listener, IDoor Door)> _open = [];
    private readonly List<ClosedDoor> _closed = [];

    private DoorSet()
    {
    }

    public IReadOnlyList<IDoor> Open { get; private set; } = [];

    public IReadOnlyList<ClosedDoor> Closed => _closed;

    /// <exception cref="ServerStartException">A door that was asked for cannot open, or no door at all can.</exception>
    public static DoorSet OpenAll(
        ServerOptions options, SessionHost host, DoorBinder binder, CertificateStore? certificates, ServerParts parts, ITransportEvents events)
    {
        var doors = new DoorSet();
        try
        {
            foreach (var listener in options.Listeners)
            {
                var plan = Plan(listener, options, certificates, parts.Clock);
                doors.Bind(listener, () => listener.Dialect == ListenerOptions.Web
                    ? WebDoor.Bind(plan, binder, options, host, parts.Clock, events, parts.Logging)
                    : binder.Bind(plan, host, parts.Clock, events));
            }

            doors.Listen();
            return doors;
        }
        catch
        {
            doors.Dispose();
            throw;
        }
    }

    /// <summary>Accepts nobody any more; sessions stay.</summary>
    public void Dispose()
    {
        foreach (var (_, door) in _open)
        {
            door.Dispose();
        }
    }

    /// <summary>Completes when nothing of the doors is left; to be called when their sessions have ended.</summary>
    public Task EndAsync() => Task.WhenAll(_open.Select(one => one.Door.EndAsync()));

    private static DoorPlan Plan(ListenerOptions listener, ServerOptions options, CertificateStore? certificates, TimeProvider clock)
    {
        var isWeb = listener.Dialect == ListenerOptions.Web;
        var name = isWeb ? options.Web.Dialect : listener.Dialect;
        var dialect = DialectCatalog.Create(name, options.DoorOptions(listener, clock))
            ?? throw new ServerStartException($"There is no dialect '{name}'. There are {string.Join(", ", DialectCatalog.Names)}.");
        if (listener.Tls && certificates is null)
        {
            throw new ServerStartException(
                $"The {listener.Name} door cannot open: it needs a certificate. Name its PEM file with tls.certificate, and with tls.key that of its key.");
        }

        return new DoorPlan(listener.EndPoint, dialect)
        {
            OwnName = isWeb ? ListenerOptions.Web : null,
            Certificates = listener.Tls ? certificates : null,
            HandshakeTimeout = options.Tls.HandshakeTimeout,
            Proxies = listener.Proxy ? options.Proxies : null,
        };
    }

    private void Bind(ListenerOptions listener, Func<IDoor> bind)
    {
        try
        {
            _open.Add((listener, bind()));
        }
        catch (SocketException failure)
        {
            LeaveClosed(listener, failure);
        }
    }

    // Between taking a port and listening on it another program may have been faster, since the system lets both take it.
    private void Listen()
    {
        foreach (var (listener, door) in _open.ToArray())
        {
            try
            {
                door.Listen();
            }
            catch (SocketException failure)
            {
                door.Dispose();
                _open.Remove((listener, door));
                LeaveClosed(listener, failure);
            }
        }

        if (_open.Count == 0)
        {
            throw new ServerStartException(
                $"None of the default doors could open: {string.Join("; ", _closed.Select(door => $"{door.Name}, {door.Reason}"))}. "
                + "Is another server running here? Give this one its own doors, such as --listen text=4001.");
        }

        Open = [.. _open.Select(one => one.Door)];
        foreach (var (_, door) in _open.OrderBy(one => one.Listener is { Dialect: LastDialect }).ThenBy(one => one.Listener is { Dialect: LastDialect, Tls: false }))
        {
            door.Accept();
        }
    }

    private void LeaveClosed(ListenerOptions listener, SocketException failure)
    {
        if (!listener.IsDefault)
        {
            throw new ServerStartException(
                $"The {listener.Name} door cannot open: {Reason(failure, listener.EndPoint)}. "
                + $"Choose another place for it, such as --listen {listener.Name}=0 for any free port.", failure);
        }

        _closed.Add(new ClosedDoor(listener.Name, listener.EndPoint, Reason(failure, listener.EndPoint)));
    }

    private static string Reason(SocketException failure, IPEndPoint place) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"port {place.Port} on {place.Address} is taken by another program",
        SocketError.AccessDenied => $"the system does not allow port {place.Port} on {place.Address} to this user (ports below 1024 need more rights)",
        SocketError.AddressNotAvailable => $"{place.Address} is no address of this machine",
        SocketError.AddressFamilyNotSupported => $"this machine has no addresses like {place.Address}",
        _ => $"port {place.Port} on {place.Address}: {failure.Message}",
    };
}
