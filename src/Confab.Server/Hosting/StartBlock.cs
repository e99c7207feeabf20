using System.Net;
using Confab.Dialects.Console;
using Confab.Dialects.Relay;
using Confab.Server.Configuration;
using Confab.Storage;
using Confab.Transport.Doors;

namespace Confab.Server.Hosting;

/// <summary>What somebody wants to know who has just started a server: what is open where, how to join, and where the history is.</summary>
public static class StartBlock
{
    /// <summary>The block, line by line.</summary>
    /// <param name="server">The server.</param>
    /// <param name="hint">What else to say to who reads it; null for nothing.</param>
    public static IEnumerable<string> Lines(ConfabServer server, string? hint = null)
    {
        var options = server.Options;
        yield return $"{options.Doors.Server}: everybody meets in {options.Room}. {History(options)}";
        yield return "";
        var rows = server.Doors.Select(door => (door.Name, Place: door.EndPoint.ToString(), How: HowToJoin(door)))
            .Concat(server.ClosedDoors.Select(door => (door.Name, Place: "closed", How: door.Reason)))
            .ToArray();
        var name = rows.Max(row => row.Name.Length);
        var place = rows.Max(row => row.Place.Length);
        foreach (var row in rows)
        {
            yield return $"  {row.Name.PadRight(name)}  {row.Place.PadRight(place)}  {row.How}";
        }

        if (HowToBecomeAdministrator(server) is { } command)
        {
            yield return "";
            yield return $"  To become administrator: {command}";
        }

        if (hint is not null)
        {
            yield return hint;
        }

        yield return "";
        foreach (var door in server.Doors)
        {
            if (ClassicLine(door) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>The command that makes the first administrator; null where there is one, or nothing that could outlive the process.</summary>
    internal static string? HowToBecomeAdministrator(ConfabServer server)
    {
        if (!server.NeedsAdministrator || !server.Options.KeepsHistory)
        {
            return null;
        }

        var directory = Path.GetFullPath(server.Options.DataDirectory);
        var argument = directory.Contains(' ', StringComparison.Ordinal) ? $"\"{directory}\"" : directory;
        return $"confab account add YOU --administrator --data {argument}";
    }

    private static string History(ServerOptions options) => (options.KeepsHistory, options.Durability) switch
    {
        (false, _) => "History is kept in memory only.",
        (_, Durability.PowerLoss) => $"History is in {Path.GetFullPath(options.DataDirectory)} and survives power loss.",
        _ => $"History is in {Path.GetFullPath(options.DataDirectory)} and survives a crash of the server, perhaps not power loss.",
    };

    // Nobody can connect to "all addresses"; on this machine, its loopback is one of them.
    private static string HowToJoin(IDoor door)
    {
        var address = door.EndPoint.Address;
        var host = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
        return door.HowToJoin(host.ToString());
    }

    private static string? ClassicLine(IDoor door)
    {
        var place = door.EndPoint;
        return door.Name switch
        {
            RelayDialect.DialectName => $"Server listening on {place}",
            ConsoleDialect.DialectName =>
                $"Server started on {(place.Address.Equals(IPAddress.Loopback) ? "localhost" : place.Address)}: {place.Port}",
            _ => null,
        };
    }
}
