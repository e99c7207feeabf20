using System.Globalization;
using System.Net;

namespace Confab.Cli.Benching.Plan;

/// <summary>Whether a plan can be, and may be.</summary>
internal static class PlanCheck
{
    public const string OwnServer = "--i-own-this-server";

    /// <summary>What is wrong with a plan and what to do about it; null where nothing is.</summary>
    public static string? Problem(BenchPlan plan, bool ownsServer)
    {
        if (plan.Connections == 0)
        {
            return "there is nobody to connect; raise --members or --idle.";
        }

        if (plan.Senders > plan.Members)
        {
            return Text($"--senders is {plan.Senders}, but there are only {plan.Members} members; raise --members or lower --senders.");
        }

        if (plan.Rooms > 1 && !plan.Door.HasRooms)
        {
            return Text($"--rooms is {plan.Rooms}, but the door {plan.Door.Name} leads to one room only; leave --rooms out.");
        }

        if (LonelySender(plan) is { } room)
        {
            return Text($"in room {room + 1} of {plan.Rooms} a sender would be alone: a message needs somebody who hears it; raise --members or lower --senders.");
        }

        if (plan.Size > plan.Door.LargestSize)
        {
            return Text($"--size is {plan.Size}, but a line of {plan.Door.Name} carries at most {plan.Door.LargestSize} bytes; lower --size.");
        }

        if (plan.WebSocket && plan.Door.End != (byte)'\n')
        {
            return $"--websocket carries lines, and {plan.Door.Name} has none; use --door irc.";
        }

        return ownsServer || IsThisMachine(plan.Address.Host)
            ? null
            : $"{plan.Address.Host} is not this machine. A measurement is a flood to whoever runs that server; if that is you, add {OwnServer}.";
    }

    private static int? LonelySender(BenchPlan plan)
    {
        for (var room = 0; room < Math.Min(plan.Rooms, plan.Senders); room++)
        {
            if (plan.MembersIn(room) < 2)
            {
                return room;
            }
        }

        return null;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
