using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands;
using Confab.Dialects.Irc.Commands.Users;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>What happens as lines, the same whether a room hears it or the one whose deed it was.</summary>
internal static class IrcEvents
{
    /// <summary>The lines of an event for a client of these capabilities; none where it hears nothing of it.</summary>
    public static IReadOnlyList<IrcLine> Of(ChatEvent happened, IrcCapabilities capabilities) => happened switch
    {
        _ when IrcSaid.TryRead(happened, out var said) => said.Lines(),
        CtcpPosted message => [Asked(message, message.Actor, message.Kind, Status(message.MinimumRank, message.Room), message.Text, message.Tags)],
        PrivateCtcpPosted message => [Asked(message, message.From, message.Kind, message.To.Nickname.Text, message.Text, message.Tags)],
        TopicChanged changed => [Line(changed, changed.Actor, "TOPIC", changed.Room.Text, changed.Text) with { Id = changed.Id, EndsWithText = true }],
        MemberJoined joined => Joined(joined, capabilities),
        MemberLeft { Quit: false } left => [Left(left)],
        MemberKicked kicked =>
            [Line(kicked, kicked.Actor, "KICK", kicked.Room.Text, kicked.Victim.Nickname.Text, kicked.Reason ?? kicked.Actor.Nickname.Text) with { EndsWithText = true }],
        ModesChanged changed => Modes(changed),
        Invited invited => [Line(invited, invited.Actor, "INVITE", invited.Target.Nickname.Text, invited.Room.Text)],
        InvitationTold told when capabilities.HasFlag(IrcCapabilities.InviteNotify) =>
            [Line(told, told.Actor, "INVITE", told.Target.Nickname.Text, told.Room.Text)],
        ReadMarked read when capabilities.HasFlag(IrcCapabilities.ReadMarker) => [MarkReadCommand.Line(read.Target, read.Time)],
        Knocked knocked => [Knock(knocked)],
        SignedOff off => [Line(off, off.Who, "QUIT", off.ByWish ? $"Quit: {off.Reason}" : off.Reason ?? "Connection closed") with { EndsWithText = true }],
        NicknameChanged changed => [Line(changed, changed.Before, "NICK", changed.After.Nickname.Text)],
        TagMessagePosted message => [Line(message, message.Actor, "TAGMSG", Status(message.MinimumRank, message.Room)) with { ClientTags = message.Tags, IsTagsOnly = true }],
        PrivateTagMessagePosted message =>
            [Line(message, message.From, "TAGMSG", message.To.Nickname.Text) with { ClientTags = message.Tags, IsTagsOnly = true }],
        AwayChanged changed when capabilities.HasFlag(IrcCapabilities.AwayNotify) => [Away(changed)],
        AccountChanged changed when capabilities.HasFlag(IrcCapabilities.AccountNotify) =>
            [Line(changed, changed.Actor, "ACCOUNT", changed.Actor.Account ?? "*")],
        HostChanged changed when capabilities.HasFlag(IrcCapabilities.Chghost) =>
            [Line(changed, changed.Before, "CHGHOST", changed.Actor.Username, changed.Actor.Host)],
        RealNameChanged changed when capabilities.HasFlag(IrcCapabilities.Setname) =>
            [Line(changed, changed.Actor, "SETNAME", changed.Actor.RealName) with { EndsWithText = true }],
        HostLeft left when !capabilities.HasFlag(IrcCapabilities.Chghost) => [Line(left, left.Before, "QUIT", "Changing host") with { EndsWithText = true }],
        MemberReturned returned when !capabilities.HasFlag(IrcCapabilities.Chghost) => Returned(returned, capabilities),
        UserModesChanged changed =>
            [Line(changed, changed.Actor, "MODE", changed.Actor.Nickname.Text, UserModeLetters.Of(changed.Added, changed.Removed))],
        Killed killed => [Line(killed, killed.Actor, "KILL", killed.Victim.Nickname.Text, killed.Reason) with { EndsWithText = true }],
        OperatorsTold told => [Line(told, told.Actor, "WALLOPS", told.Text) with { EndsWithText = true }],

        // The same line for all who watch, so a star stands where a nickname would (IRCv3 monitor).
        NicknameOnline online => [new IrcLine(null, IrcNumerics.RplMonOnline, "*", Source(online.Who)) { EndsWithText = true, Time = online.HappenedAt }],
        NicknameOffline offline => [new IrcLine(null, IrcNumerics.RplMonOffline, "*", offline.Nickname.Text) { EndsWithText = true, Time = offline.HappenedAt }],
        _ => [],
    };

    /// <summary>A user's source as lines begin with it.</summary>
    public static string Source(Participant who) => $"{who.Nickname.Text}!{who.Username}@{who.Host}";

    /// <summary>A line that tells of somebody's deed.</summary>
    public static IrcLine Line(ChatEvent happened, Participant who, string command, params string[] parameters) => new(Source(who), command, parameters)
    {
        Time = happened.HappenedAt,
        Id = happened.EventId,
        Account = who.Account,
        IsFromBot = who.IsBot,
    };

    /// <summary>A room, or those of some rank in it.</summary>
    public static string Status(Rank least, RoomName room) => RankLetters.SignsOf(least.Highest()) + room.Text;

    private static IrcLine[] Modes(ModesChanged changed) => RoomModeText.Of(changed.Changes)
        .Select(line => changed.Actor.IsServer
            ? new IrcLine(null, "MODE", [changed.Room.Text, .. line]) { Time = changed.HappenedAt, Id = changed.EventId }
            : Line(changed, changed.Actor, "MODE", [changed.Room.Text, .. line]))
        .ToArray();

    // The same line for all who hear it, so the room stands where a nickname would.
    private static IrcLine Knock(Knocked knocked) => new(
        null,
        IrcNumerics.RplKnock,
        knocked.Room.Text,
        knocked.Room.Text,
        Source(knocked.Actor),
        knocked.Text is null ? "has asked for an invite." : $"has asked for an invite: {knocked.Text}")
    {
        EndsWithText = true,
        Time = knocked.HappenedAt,
    };

    private static IrcLine Asked(ChatEvent happened, Participant who, MessageKind kind, string target, string text, string? tags) =>
        Line(happened, who, kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG", target, text) with { ClientTags = tags, EndsWithText = true };

    private static List<IrcLine> Joined(MemberJoined joined, IrcCapabilities capabilities)
    {
        var lines = new List<IrcLine>(2) { Join(joined, capabilities) };
        if (joined.Away is { } away && capabilities.HasFlag(IrcCapabilities.AwayNotify))
        {
            lines.Add(Line(joined, joined.Actor, "AWAY", away) with { Id = null, EndsWithText = true });
        }

        return lines;
    }

    private static IrcLine Join(RoomEvent joined, IrcCapabilities capabilities)
    {
        var who = joined.Actor;
        return capabilities.HasFlag(IrcCapabilities.ExtendedJoin)
            ? Line(joined, who, "JOIN", joined.Room.Text, who.Account ?? "*", who.RealName) with { EndsWithText = true }
            : Line(joined, who, "JOIN", joined.Room.Text);
    }

    // A join takes the ranks that somebody had; the server gives them back (IRCv3 chghost).
    private static List<IrcLine> Returned(MemberReturned returned, IrcCapabilities capabilities)
    {
        var lines = new List<IrcLine>(2) { Join(returned, capabilities) };
        var letters = string.Concat(Ranks.All.Where(rank => returned.Rank.HasFlag(rank)).Select(RankLetters.LetterOf));
        if (letters.Length > 0)
        {
            lines.Add(new IrcLine(null, "MODE", [returned.Room.Text, $"+{letters}", .. letters.Select(_ => returned.Actor.Nickname.Text)]) { Time = returned.HappenedAt });
        }

        return lines;
    }

    private static IrcLine Left(MemberLeft left) => left.Reason is null
        ? Line(left, left.Actor, "PART", left.Room.Text)
        : Line(left, left.Actor, "PART", left.Room.Text, left.Reason) with { EndsWithText = true };

    private static IrcLine Away(AwayChanged changed) => changed.Message is null
        ? Line(changed, changed.Actor, "AWAY")
        : Line(changed, changed.Actor, "AWAY", changed.Message) with { EndsWithText = true };
}
