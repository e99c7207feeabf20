using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands.Users;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Coming into rooms and leaving them (Modern IRC, "Channel Operations").</summary>
internal static class RoomCommands
{
    private const string LeaveAll = "0";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("JOIN", 1, IrcState.Registered, ["JOIN <channel>{,<channel>} [<key>{,<key>}]", "Enters channels. JOIN 0 leaves all of them."], Join),
        new("PART", 1, IrcState.Registered, ["PART <channel>{,<channel>} [:<reason>]", "Leaves channels."], Part),
        new("KICK", 2, IrcState.Registered, ["KICK <channel> <nickname>{,<nickname>} [:<reason>]", "Removes members from a channel."], Kick),
    ];

    /// <summary>What a session that has just entered is told: the topic and who is there.</summary>
    public static void ShowEntered(IrcContext context, RoomName name)
    {
        if (context.State.FindRoom(name) is not { } room)
        {
            return;
        }

        if (room.Topic is not null)
        {
            TopicCommand.Show(context, room);
        }

        if (context.Has(IrcCapabilities.ReadMarker))
        {
            context.Add(MarkReadCommand.Line(room.Name.Text, context.State.ReadMarkers.Find(context.Asker.SignedOn, room.Name.Key)));
        }

        if (!context.Has(IrcCapabilities.NoImplicitNames))
        {
            NamesCommand.Show(context, room);
        }
    }

    private static void Join(IrcContext context)
    {
        if (context.Parameters[0] == LeaveAll)
        {
            foreach (var room in context.Asker.SignedOn.Rooms.ToArray())
            {
                context.Ask(new PartRoom(room.Name, Reason: null));
            }

            return;
        }

        var keys = (context.Message.Parameter(1) ?? string.Empty).Split(',');
        var targets = context.Parameters[0].Split(',');
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i].Length > 0)
            {
                JoinOne(context, targets[i], i < keys.Length && keys[i].Length > 0 ? keys[i] : null);
            }
        }
    }

    private static void JoinOne(IrcContext context, string target, string? key)
    {
        if (!context.TryReadRoom(target, out var room))
        {
            return;
        }

        switch (context.Ask(new JoinRoom(room, WithMembers: false, key)))
        {
            case RoomEntered { WasMember: true }:
                break;
            case RoomEntered { ForwardedFrom: { } from } entered:
                context.AddBefore<IrcEventItem>(Numeric(context, IrcNumerics.ErrLinkChannel, from.Text, entered.Room.Text, "Forwarding to another channel"));
                ShowEntered(context, entered.Room);
                HistoryReplay.Add(context, entered.Room);
                break;
            case RoomEntered entered:
                ShowEntered(context, entered.Room);
                HistoryReplay.Add(context, entered.Room);
                break;
            case Refused refused:
                context.Reply(NumericOf(refused.Code), room.Text, refused.Text);
                break;
        }
    }

    private static string NumericOf(RefusalCode code) => code switch
    {
        RefusalCode.Banned => IrcNumerics.ErrBannedFromChan,
        RefusalCode.InviteOnly => IrcNumerics.ErrInviteOnlyChan,
        RefusalCode.WrongKey => IrcNumerics.ErrBadChannelKey,
        RefusalCode.RoomFull => IrcNumerics.ErrChannelIsFull,
        RefusalCode.AccountNeeded => IrcNumerics.ErrNeedReggedNick,
        RefusalCode.TooManyRooms => IrcNumerics.ErrTooManyChannels,
        _ => IrcNumerics.ErrNoSuchChannel,
    };

    private static IrcLine Numeric(IrcContext context, string numeric, params ReadOnlySpan<string> parameters) =>
        new(null, numeric, [context.Client, .. parameters]) { EndsWithText = true };

    private static void Part(IrcContext context)
    {
        foreach (var target in context.Parameters[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!context.TryReadRoom(target, out var room))
            {
                continue;
            }

            if (context.State.FindRoom(room) is null)
            {
                context.Reply(IrcNumerics.ErrNoSuchChannel, target, "No such channel");
            }
            else if (context.Ask(new PartRoom(room, context.Message.Parameter(1))) is Refused)
            {
                context.Reply(IrcNumerics.ErrNotOnChannel, target, "You're not on that channel");
            }
        }
    }

    // One channel and several nicknames, or as many channels as nicknames (RFC 2812 section 3.2.8).
    private static void Kick(IrcContext context)
    {
        var rooms = context.Parameters[0].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var nicknames = context.Parameters[1].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (rooms.Length != 1 && rooms.Length != nicknames.Length)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, "KICK", string.Create(
                CultureInfo.InvariantCulture, $"{rooms.Length} channels do not go with {nicknames.Length} nicknames"));
            return;
        }

        for (var i = 0; i < nicknames.Length; i++)
        {
            KickOne(context, rooms[rooms.Length == 1 ? 0 : i], nicknames[i], context.Message.Parameter(2));
        }
    }

    private static void KickOne(IrcContext context, string target, string nickname, string? reason)
    {
        if (!context.TryReadRoom(target, out var name))
        {
            return;
        }

        if (context.State.FindRoom(name) is not { } room)
        {
            context.Reply(IrcNumerics.ErrNoSuchChannel, target, "No such channel");
        }
        else if (!room.Has(context.Asker.SignedOn.Id) && !context.Asker.SignedOn.IsOperator)
        {
            context.Reply(IrcNumerics.ErrNotOnChannel, target, "You're not on that channel");
        }
        else if (context.Ask(new KickMember(name, nickname, reason)) is Refused refused)
        {
            if (refused.Code == RefusalCode.Denied)
            {
                context.Reply(IrcNumerics.ErrChanOPrivsNeeded, room.Name.Text, refused.Text);
            }
            else if (context.State.FindUser(nickname) is null)
            {
                context.Reply(IrcNumerics.ErrNoSuchNick, nickname, "No such nick/channel");
            }
            else
            {
                context.Reply(IrcNumerics.ErrUserNotInChannel, nickname, room.Name.Text, "They aren't on that channel");
            }
        }
    }
}
