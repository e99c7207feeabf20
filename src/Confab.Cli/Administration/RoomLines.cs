using System.Globalization;
using Confab.Protocols.Control;

namespace Confab.Cli.Administration;

/// <summary>Rooms as a person reads them.</summary>
internal static class RoomLines
{
    public static IEnumerable<string> List(IReadOnlyList<ControlRoom> rooms)
    {
        var width = rooms.Count == 0 ? 0 : rooms.Max(room => room.Room.Length);
        foreach (var room in rooms)
        {
            var founder = room.Founder is null ? "" : $", belongs to {room.Founder}";
            var topic = room.Topic is null ? "" : $", topic: {room.Topic}";
            yield return string.Create(CultureInfo.InvariantCulture, $"{room.Room.PadRight(width)}  {room.Members} here{founder}{topic}");
        }
    }

    public static IEnumerable<string> Access(IReadOnlyList<ControlAccess> accounts)
    {
        var width = accounts.Count == 0 ? 0 : accounts.Max(access => access.Name.Length);
        return accounts.Select(access => $"{access.Name.PadRight(width)}  {access.Rank}");
    }
}
