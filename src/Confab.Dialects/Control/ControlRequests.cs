using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Protocols.Control;

namespace Confab.Dialects.Control;

/// <summary>Commands of the protocol as requests: the table of what can be asked.</summary>
internal static class ControlRequests
{
    // Names are checked by the rules; a name that is too long is nobody's.
    private const int AnyLength = 256;

    private static readonly (string Deed, Func<ControlCommand, Request?> Read, string Needs)[] _all =
    [
        (ControlDeeds.AddAccount, OfAccount(AddAccount), "name and password"),
        (ControlDeeds.SetPassword, OfAccount((name, asked) => asked.Password is { } password ? new SetPassword(null, password, name) : null), "name and password"),
        (ControlDeeds.ListAccounts, asked => new ListAccounts(asked.Pattern, asked.After), ""),
        (ControlDeeds.ShowAccount, OfAccount((name, _) => new ShowAccount(name)), "name"),
        (ControlDeeds.SuspendAccount, OfAccount((name, asked) => new SuspendAccount(name, Suspend: true, asked.Reason)), "name"),
        (ControlDeeds.UnsuspendAccount, OfAccount((name, _) => new SuspendAccount(name, Suspend: false)), "name"),
        (ControlDeeds.DeleteAccount, OfAccount((name, asked) => new DropAccount(name, asked.Confirm)), "name"),
        (ControlDeeds.PromoteAccount, OfAccount((name, asked) => asked.Administrator is { } on ? new SetAdministrator(name, on) : null), "name and administrator"),
        (ControlDeeds.ListRooms, _ => new ListRooms(), ""),
        (ControlDeeds.RegisterRoom, OfRoom((room, asked) => ReadName(asked) is { } founder ? new RegisterRoom(room, founder) : null), "room and name"),
        (ControlDeeds.TransferRoom, OfRoom((room, asked) => ReadName(asked) is { } founder ? new TransferRoom(room, founder) : null), "room and name"),
        (ControlDeeds.DropRoom, OfRoom((room, _) => new DropRoom(room)), "room"),
        (ControlDeeds.ShowAccess, OfRoom((room, _) => new ShowRoomAccess(room)), "room"),
        (ControlDeeds.SetAccess, OfRoom(SetAccess), "room, name and rank"),
    ];

    public static bool TryRead(ControlCommand command, [NotNullWhen(true)] out Request? request, [NotNullWhen(false)] out ControlReply? refusal)
    {
        (request, refusal) = (null, null);
        var (deed, read, needs) = Array.Find(_all, one => one.Deed == command.Do);
        if (deed is null)
        {
            refusal = ControlReplies.Refuse(
                ControlReply.UnknownDeed, $"There is no deed \"{command.Do}\". There are {string.Join(", ", _all.Select(one => one.Deed))}.");
            return false;
        }

        if (command.Room is not null && !RoomName.TryCreate(command.Room, out _, out var problem))
        {
            refusal = ControlReplies.Refuse(ControlReply.Malformed, problem);
            return false;
        }

        request = read(command);
        refusal = request is null ? ControlReplies.Refuse(ControlReply.Malformed, $"{deed} needs a proper {needs}.") : null;
        return request is not null;
    }

    private static Func<ControlCommand, Request?> OfAccount(Func<string, ControlCommand, Request?> read) =>
        asked => asked.Name is { } name ? read(name, asked) : null;

    private static Func<ControlCommand, Request?> OfRoom(Func<RoomName, ControlCommand, Request?> read) =>
        asked => RoomName.TryCreate(asked.Room, out var room, out _) ? read(room, asked) : null;

    private static AddAccount? AddAccount(string name, ControlCommand asked) =>
        asked.Password is { } password ? new AddAccount(name, password, asked.Email, asked.Administrator ?? false) : null;

    private static SetRoomAccess? SetAccess(RoomName room, ControlCommand asked) =>
        ReadName(asked) is { } account && RankWords.TryRead(asked.Rank, out var rank) ? new SetRoomAccess(room, account, rank) : null;

    private static Nickname? ReadName(ControlCommand asked) => Nickname.TryCreate(asked.Name, AnyLength, out var name, out _) ? name : null;
}
