using System.Text.Json;
using Confab.Chat.Accounts;
using Confab.Chat.Replies;
using Confab.Engine.Delivery;
using Confab.Protocols.Control;
using Confab.Protocols.Json;

namespace Confab.Dialects.Control;

/// <summary>Answers as objects.</summary>
internal static class ControlReplies
{
    private static readonly ControlReply _done = new() { Ok = true };

    public static ControlReply Refuse(string code, string text) => new() { Code = code, Text = text };

    public static ControlReply Of(in Answer answer) => answer.Reply switch
    {
        Refused refused => Refuse(JsonNamingPolicy.KebabCaseLower.ConvertName(refused.Code.ToString()), refused.Text),
        ConfirmationNeeded needed => new ControlReply { Confirm = needed.Code, Text = needed.What },
        AccountSaved saved => _done with { Account = Listed(saved.Account) },
        AccountShown shown => _done with { Account = Shown(shown) },
        AccountsListed listed => _done with { Accounts = listed.Accounts.Select(Listed).ToArray(), Total = listed.Total },
        RoomsListed listed => _done with { Rooms = listed.Rooms.Select(Room).ToArray() },
        RoomAccessShown shown => _done with { Access = Access(shown).ToArray() },
        _ => _done,
    };

    private static ControlAccount Listed(Account account) => new()
    {
        Name = account.Name.Text,
        Created = JsonTime.Format(account.Created),
        Administrator = account.IsAdministrator ? true : null,
        Suspended = account.Suspended,
        Email = account.Email,
    };

    private static ControlAccount Shown(AccountShown shown) => Listed(shown.Account) with
    {
        Certificates = shown.Account.CertificateFingerprints.Count,
        Present = shown.Present,
    };

    private static ControlRoom Room(RoomShown room) => new()
    {
        Room = room.Room.Text,
        Members = room.Members,
        Founder = room.Founder,
        Topic = room.Topic,
    };

    private static IEnumerable<ControlAccess> Access(RoomAccessShown shown) => shown.Registration.Access
        .Select(access => new ControlAccess { Name = access.Account.Text, Rank = RankWords.Of(access.Rank) })
        .Prepend(new ControlAccess { Name = shown.Registration.Founder.Text, Rank = ControlRanks.Founder });
}
