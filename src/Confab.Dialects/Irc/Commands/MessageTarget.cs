using Confab.Chat;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Showing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>One target of a message as it was written (Modern IRC, "Targets"): a room, the members of some rank in it, or somebody.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Name">The room or the nickname in it.</param>
/// <param name="Least">The rank that one needs to hear it; <see cref="Rank.None"/> for all.</param>
internal readonly record struct MessageTarget(string Text, string Name, Rank Least)
{
    public bool IsRoom => Name.StartsWith('#');

    /// <summary>Reads a target. Of several signs before a room the lowest counts.</summary>
    public static MessageTarget Read(string text, ChatState state, IrcOptions options)
    {
        var signs = 0;
        var least = Rank.None;
        while (signs < text.Length && RankLetters.OfSign(text[signs]) is > Rank.None and var rank)
        {
            least = least == Rank.None || rank < least ? rank : least;
            signs++;
        }

        return signs < text.Length && text[signs] == '#'
            ? new MessageTarget(text, text[signs..], least)
            : new MessageTarget(text, Nickname(text, state, options), Rank.None);
    }

    // "nick@server" is somebody of this server, "nick!user@host" somebody as long as they are just that (RFC 2812 section 3.3.1).
    private static string Nickname(string text, ChatState state, IrcOptions options)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0)
        {
            return text;
        }

        if (text.AsSpan(at + 1).Equals(options.ServerName, StringComparison.OrdinalIgnoreCase))
        {
            return text[..at];
        }

        var bang = text.IndexOf('!', StringComparison.Ordinal);
        return bang > 0 && state.FindUser(text[..bang]) is { } user && IsCalled(user, text) ? text[..bang] : text;
    }

    private static bool IsCalled(User user, string source) =>
        CaseMapping.Ascii.Equals(IrcEvents.Source(user.Participant), source);
}
