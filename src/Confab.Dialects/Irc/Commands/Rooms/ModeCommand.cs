using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Dialects.Irc.Showing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>What a room is set to, and its lists (Modern IRC, MODE and "Channel Modes"). The modes of users are <see cref="UserModeCommand"/>.</summary>
internal static class ModeCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("MODE", 1, IrcState.Registered, ["MODE <channel or nickname> [<modes> {<parameter>}]", "Shows or changes what a channel, or you, are set to."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var target = context.Parameters[0];
        if (!target.StartsWith('#'))
        {
            UserModeCommand.Run(context, target);
            return;
        }

        if (!RoomName.TryCreate(target, out var name, out _)
            || context.State.FindRoom(name) is not { } room
            || !Gate.May(context.Asker.SignedOn, Deed.SeeRoom, room))
        {
            context.Reply(IrcNumerics.ErrNoSuchChannel, target, "No such channel");
        }
        else if (context.Parameters.Count == 1)
        {
            Show(context, room);
        }
        else
        {
            Change(context, room);
        }
    }

    private static void Show(IrcContext context, Room room)
    {
        context.ReplyPlain(IrcNumerics.RplChannelModeIs, [room.Name.Text, .. RoomModeText.Of(room, withKey: Gate.May(context.Asker.SignedOn, Deed.SeeKey, room))]);
        if (room.Created is { } created)
        {
            context.ReplyPlain(IrcNumerics.RplCreationTime, room.Name.Text, created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Change(IrcContext context, Room room)
    {
        var reader = new RoomModeReader(context, room);
        reader.Read(context.Parameters[1], context.Parameters.Skip(2).ToArray());
        foreach (var list in reader.Lists)
        {
            ShowList(context, room, list);
        }

        if (reader.Changes.Count == 0)
        {
            return;
        }

        switch (context.Ask(new ChangeModes(room.Name, reader.Changes)))
        {
            case ModesAnswered answered:
                Refuse(context, room, answered.Refused);
                break;
            case Refused:
                context.Reply(IrcNumerics.ErrChanOPrivsNeeded, room.Name.Text, "You're not channel operator");
                break;
        }
    }

    private static void ShowList(IrcContext context, Room room, MaskListKind list)
    {
        if (!Gate.May(context.Asker.SignedOn, Deed.SeeMembers, room))
        {
            context.Reply(IrcNumerics.ErrChanOPrivsNeeded, room.Name.Text, "You're not channel operator");
            return;
        }

        var (entry, end, text) = list switch
        {
            MaskListKind.Bans => (IrcNumerics.RplBanList, IrcNumerics.RplEndOfBanList, "End of channel ban list"),
            MaskListKind.Exempts => (IrcNumerics.RplExceptList, IrcNumerics.RplEndOfExceptList, "End of channel exception list"),
            _ => (IrcNumerics.RplInvexList, IrcNumerics.RplEndOfInvexList, "End of channel invite exception list"),
        };
        foreach (var mask in room.Masks(list).Entries)
        {
            context.ReplyPlain(
                entry, room.Name.Text, mask.Mask.Text, mask.SetBy, mask.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        context.Reply(end, room.Name.Text, text);
    }

    // Once for all that the rank is too low for; everything else by itself.
    private static void Refuse(IrcContext context, Room room, IReadOnlyList<RefusedChange> refused)
    {
        var isTold = false;
        foreach (var one in refused)
        {
            switch (one.Code)
            {
                case RefusalCode.Denied when !isTold:
                    isTold = true;
                    context.Reply(IrcNumerics.ErrChanOPrivsNeeded, room.Name.Text, one.Text);
                    break;
                case RefusalCode.Denied:
                    break;
                case RefusalCode.RecipientUnknown:
                    context.Reply(IrcNumerics.ErrNoSuchNick, (one.Change as RankChange)?.Nickname ?? "*", "No such nick/channel");
                    break;
                case RefusalCode.RecipientNotInRoom:
                    context.Reply(IrcNumerics.ErrUserNotInChannel, (one.Change as RankChange)?.Nickname ?? "*", room.Name.Text, "They aren't on that channel");
                    break;
                case RefusalCode.ListFull:
                    context.Reply(IrcNumerics.ErrBanListFull, room.Name.Text, (one.Change as MaskChange)?.Mask.Text ?? "*", one.Text);
                    break;
                default:
                    var (letter, parameter) = RoomModeText.Of(one.Change);
                    context.Reply(IrcNumerics.ErrInvalidModeParam, room.Name.Text, letter.ToString(), parameter ?? "*", one.Text);
                    break;
            }
        }
    }
}
