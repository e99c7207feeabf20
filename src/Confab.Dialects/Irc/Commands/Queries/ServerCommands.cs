using System.Globalization;
using Confab.Chat.Names;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>What a client may ask about the server itself (Modern IRC, "Server Queries and Commands").</summary>
internal static class ServerCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("LUSERS", 0, IrcState.Registered, ["LUSERS", "Counts those who are here."], Here(1, Lusers.Say)),
        new("MOTD", 0, IrcState.Registered, ["MOTD [<server>]", "Shows the message of the day."], Here(0, Motd.Say)),
        new("VERSION", 0, IrcState.Registered, ["VERSION [<server>]", "Tells the server's version and what it supports."], Here(0, Version)),
        new("TIME", 0, IrcState.Registered, ["TIME [<server>]", "Tells the server's time."], Here(0, Time)),
        new("INFO", 0, IrcState.Registered, ["INFO [<server>]", "Tells what this server is."], Here(0, Info)),
        new("ADMIN", 0, IrcState.Registered, ["ADMIN [<server>]", "Tells who runs this server."], Here(0, Admin)),
        new("LINKS", 0, IrcState.Registered, ["LINKS [[<server>] <mask>]", "Lists the servers of the network: this one."], Links),
    ];

    // Runs where the parameter, if it is there, names this server.
    private static Action<IrcContext> Here(int parameter, Action<IrcContext> run) => context =>
    {
        if (ServerTarget.IsHere(context, parameter))
        {
            run(context);
        }
    };

    private static void Version(IrcContext context)
    {
        context.Reply(IrcNumerics.RplVersion, Welcome.Version, context.Options.ServerName, "One room, every door");
        Isupport.Say(context);
    }

    private static void Time(IrcContext context) => context.Reply(
        IrcNumerics.RplTime,
        context.Options.ServerName,
        context.Decision.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ServerClock.Write(context.Decision.Now));

    private static void Info(IrcContext context)
    {
        context.Reply(IrcNumerics.RplInfo, $"Confab, version {Welcome.Version}: a chat server with the same rooms behind every door.");
        context.Reply(IrcNumerics.RplInfo, $"On line since {ServerClock.Write(context.Options.Started)}.");
        context.Reply(IrcNumerics.RplInfo, "HELP lists the commands.");
        context.Reply(IrcNumerics.RplEndOfInfo, "End of INFO list");
    }

    private static void Admin(IrcContext context)
    {
        var lines = context.Options.Admin;
        context.Reply(IrcNumerics.RplAdminMe, context.Options.ServerName, "Administrative info");
        context.Reply(IrcNumerics.RplAdminLoc1, lines.Count > 0 ? lines[0] : $"The {context.Options.NetworkName} network");
        context.Reply(IrcNumerics.RplAdminLoc2, lines.Count > 1 ? lines[1] : "Those who run this server have not said who they are.");
        context.Reply(IrcNumerics.RplAdminEmail, lines.Count > 2 ? lines[2] : "There is no address to write to.");
    }

    private static void Links(IrcContext context)
    {
        var mask = context.Message.Parameter(context.Parameters.Count > 1 ? 1 : 0);
        if (string.IsNullOrEmpty(mask) || Glob.Parse(mask).Matches(Glob.Fold(context.Options.ServerName)))
        {
            context.Reply(IrcNumerics.RplLinks, "*", context.Options.ServerName, $"0 {context.Options.NetworkName}");
        }

        context.Reply(IrcNumerics.RplEndOfLinks, "*", "End of /LINKS list");
    }
}
