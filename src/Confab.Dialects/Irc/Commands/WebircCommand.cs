using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Where a client of a gateway really is (IRCv3 documentation, WEBIRC).</summary>
internal static class WebircCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("WEBIRC", 4, IrcState.Unregistered, ["WEBIRC <password> <gateway> <hostname> <ip> [:<options>]", "For trusted gateways: tells where their client is."], Run),
    ];

    private static void Run(IrcContext context)
    {
        if (context.Options.WebircPassword is not { } password || context.Parameters[0] != password)
        {
            context.Reply(IrcNumerics.ErrPasswdMismatch, "Password incorrect");
            context.Error("WEBIRC is not allowed from here");
            return;
        }

        var address = context.Parameters[3];
        if (Uri.CheckHostName(address) is not (UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            context.Error($"WEBIRC: {address} is no IP address");
            return;
        }

        var options = (context.Message.Parameter(4) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isSecure = options.Any(option => option == "secure" || option.StartsWith("secure=", StringComparison.Ordinal));
        context.Conversation.Origin = context.Conversation.Origin with
        {
            Address = address,
            Port = 0,
            IsSecure = context.Conversation.Origin.IsSecure && isSecure,
        };
        context.Conversation.Host = ReadHost(context.Parameters[2]) ?? address;
        context.Refresh();
    }

    private static string? ReadHost(string text) =>
        text.Length is > 0 and <= 253 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '_') && text[0] != ':' ? text : null;
}
