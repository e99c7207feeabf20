using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>The message of the day (Modern IRC, MOTD).</summary>
internal static class Motd
{
    public static void Say(IrcContext context)
    {
        var lines = context.Options.Motd;
        if (lines.Count == 0)
        {
            context.Reply(IrcNumerics.ErrNoMotd, "MOTD File is missing");
            return;
        }

        context.Reply(IrcNumerics.RplMotdStart, $"- {context.Options.ServerName} Message of the day - ");
        foreach (var line in lines)
        {
            context.Reply(IrcNumerics.RplMotd, $"- {line}");
        }

        context.Reply(IrcNumerics.RplEndOfMotd, "End of /MOTD command.");
    }
}
