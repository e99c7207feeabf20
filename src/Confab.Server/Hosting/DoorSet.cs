using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Transport.Connections;
using Confab.Transport.Sockets;

namespace Confab.Server.Hosting;

/// <summary>The doors of one server: all that were asked for, and of the default ones those whose port is free.</summary>
internal sealed class DoorSet : IDisposable
{
    private readonly List<SocketDoor> _open = [];
    private readonly List<ClosedDoor> _closed = [];

    private DoorSet()
    {
    }

    public IReadOnlyList<SocketDoor> Open => _open;

    public IReadOnlyList<ClosedDoor> Closed => _closed;

    /// <exception cref="ServerStartException">A door that was asked for cannot open, or no door at all can.</exception>
    public static DoorSet OpenAll(ServerOptions options, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var doors = new DoorSet();
        try
        {
            foreach (var listener in options.Listeners)
            {
                doors.OpenOne(listener, options, host, clock, events);
            }

            if (doors._open.Count == 0)
            {
                throw new ServerStartException(
                    $"None of the default doors could open: {string.Join("; ", doors._closed.Select(door => $"{door.Dialect}, {door.Reason}"))}. "
                    + "Is another server running here? Give this one its own doors, such as --listen text=4001.");
            }

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
        foreach (var door in _open)
        {
            door.Dispose();
        }
    }

    private void OpenOne(ListenerOptions listener, ServerOptions options, SessionHost host, TimeProvider clock, ITransportEvents events)
    {
        var dialect = DialectCatalog.Create(listener.Dialect, options.DoorOptions(listener, clock))
            ?? throw new ServerStartException($"There is no dialect '{listener.Dialect}'. There are {string.Join(", ", DialectCatalog.Names)}.");
        try
        {
            _open.Add(SocketDoor.Open(listener.EndPoint, dialect, host, clock, events));
        }
        catch (SocketException failure) when (listener.IsDefault)
        {
            _closed.Add(new ClosedDoor(listener.Dialect, listener.EndPoint, Reason(failure, listener.EndPoint)));
        }
        catch (SocketException failure)
        {
            throw new ServerStartException(
                $"The {listener.Dialect} door cannot open: {Reason(failure, listener.EndPoint)}. "
                + $"Choose another place for it, such as --listen {listener.Dialect}=0 for any free port.", failure);
        }
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
