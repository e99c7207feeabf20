using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Short answers about several nicknames (Modern IRC, USERHOST; RFC 2812 section 4.9, ISON).</summary>
internal static class PresenceCommands
{
    private const int MostOfUserhost = 5;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("USERHOST", 1, IrcState.Registered, ["USERHOST <nickname>{ <nickname>}", "Tells the username and host of up to five people."], Userhost),
        new("ISON", 1, IrcState.Registered, ["ISON <nickname>{ <nickname>}", "Tells which of these nicknames are here."], Ison),
    ];

    private static void Userhost(IrcContext context) =>
        context.Reply(IrcNumerics.RplUserHost, string.Join(' ', Asked(context).Take(MostOfUserhost).Select(one => Shown.Find(context, one)).OfType<User>().Select(Describe)));

    private static void Ison(IrcContext context) =>
        context.Reply(IrcNumerics.RplIson, string.Join(' ', Asked(context).Select(one => Shown.Find(context, one)).OfType<User>().Select(user => user.Nickname.Text)));

    // Some clients send them as one parameter.
    private static IEnumerable<string> Asked(IrcContext context) =>
        context.Parameters.SelectMany(parameter => parameter.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Describe(User user)
    {
        var who = user.Participant;
        return $"{who.Nickname.Text}{(user.IsServerOperator ? "*" : string.Empty)}={(user.Away is null ? '+' : '-')}{who.Username}@{who.Host}";
    }
}
