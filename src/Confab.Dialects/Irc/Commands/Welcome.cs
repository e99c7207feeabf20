using System.Globalization;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What a client is told once it is registered (Modern IRC, "Connection Setup"): 001 to 005, LUSERS, MOTD.</summary>
internal static class Welcome
{
    private static readonly string _version = "confab-" + (typeof(Welcome).Assembly.GetName().Version?.ToString(3) ?? "0");

    public static void Say(IrcContext context)
    {
        var options = context.Options;
        var who = context.Asker.Participant;
        context.Reply(IrcNumerics.RplWelcome, $"Welcome to the {options.NetworkName} Network, {who.Nickname.Text}!{who.Username}@{who.Host}");
        context.Reply(IrcNumerics.RplYourHost, $"Your host is {options.ServerName}, running version {_version}");
        context.Reply(
            IrcNumerics.RplCreated, string.Create(CultureInfo.InvariantCulture, $"This server was created {options.Started:ddd MMM dd yyyy 'at' HH:mm:ss} UTC"));
        context.ReplyPlain(IrcNumerics.RplMyInfo, options.ServerName, _version, "BRiow", "CIMRbefiklmnoqstuvah", "Ibefkloqvah");
        Isupport.Say(context);
        Lusers.Say(context);
        Motd.Say(context);
    }

    /// <summary>The server's version as it tells it.</summary>
    public static string Version => _version;
}
