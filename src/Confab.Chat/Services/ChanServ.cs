using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;

namespace Confab.Chat.Services;

/// <summary>The service for registered rooms and ranks in them.</summary>
internal sealed class ChanServ : Service
{
    private static readonly (string Word, Rank Rank)[] _ranks =
    [
        ("VOICE", Rank.Voice), ("HALFOP", Rank.HalfOperator), ("OP", Rank.Operator), ("ADMIN", Rank.Admin), ("FOUNDER", Rank.Founder),
    ];

    public ChanServ()
        : base("ChanServ", "I look after registered rooms.", "CS", "CHANSERV") => Commands =
    [
        new("REGISTER", "<#room>", "Makes a room that you run your own, for good.", Of(room => new RegisterRoom(room)), Say("The room is registered.")),
        new("DROP", "<#room> [code]", "Makes a room nobody's, when you repeat the code that you are told.", Drop, Say("The room is not registered any more.")),
        new("UNREGISTER", "<#room> [code]", "The same as DROP.", Drop, Say("The room is not registered any more.")),
        new("INFO", "<#room>", "Tells whose a room is.", Info, Say()),
        new("TRANSFER", "<#room> <account>", "Gives a room to another account.", Transfer, Say("The room is in other hands.")),
        new("ACCESS", "<#room> LIST, or ACCESS <#room> ADD <account> VOICE|HALFOP|OP|ADMIN, or ACCESS <#room> DEL <account>",
            "Looks after the accounts that have a rank in a room whenever they enter.", Access, ShowAccess),
        new("AMODE", "<#room> [+|-<v|h|o|a> <account>]", "The same as ACCESS, in letters of modes.", AccountMode, ShowAccess),
        .. _ranks.SelectMany(rank => Giving(rank.Word, rank.Rank)),
        new("INVITE", "<#room> <nickname>", "Asks somebody into a room.", Invite, Say("The invitation is sent.")),
        new("TOPIC", "<#room> [text]", "Sets a room's topic; without a text it is cleared.",
            words => ReadRoom(words) is { } room ? new SetTopic(room, words.Rest(1) ?? string.Empty) : null, Say("The topic is set.")),
        new("CLEAR", "<#room> BANS|EXEMPTS|INVITES", "Empties one of a room's lists.", Clear, Modes),
    ];

    internal override IReadOnlyList<ServiceCommand> Commands { get; }

    private static IEnumerable<ServiceCommand> Giving(string word, Rank rank) =>
    [
        new(word, "<#room> [nickname]", "Gives somebody in a room that rank; without a nickname, you.", words => Give(words, rank, on: true), Modes),
        new("DE" + word, "<#room> [nickname]", "Takes that rank from somebody in a room.", words => Give(words, rank, on: false), Modes),
    ];

    private static ServiceStep? Give(ServiceWords words, Rank rank, bool on)
    {
        var nickname = words.Optional(1) ?? words.Asker.SignedOn.Nickname.Text;
        return ReadRoom(words) is { } room ? new ChangeModes(room, [new RankChange(rank, nickname, on)]) : null;
    }

    private static ServiceStep? Drop(ServiceWords words)
    {
        if (ReadRoom(words) is not { } room)
        {
            return null;
        }

        var code = words.State.ConfirmationCode("drop room", room.Key, words.Decision);
        return words[1] == code
            ? new DropRoom(room)
            : ServiceStep.Say(
                $"{room.Text} will be nobody's, and anybody who runs it may register it. Its history stays.",
                $"To do it, say the same with the code {code} behind it.");
    }

    private static ServiceStep? Info(ServiceWords words)
    {
        if (ReadRoom(words) is not { } name)
        {
            return null;
        }

        return words.State.FindRoom(name) is not { } room || !Gate.May(words.Asker.SignedOn, Deed.SeeRoom, room)
            ? ServiceStep.Say($"There is no room {name.Text}.")
            : room.Registration is not { } registration ? ServiceStep.Say($"{room.Name.Text} is not registered.")
            : ServiceStep.Say(
                $"{room.Name.Text} belongs to {registration.Founder.Text} since {Day(registration.Registered)}.",
                string.Create(CultureInfo.InvariantCulture, $"{registration.AccessCount} more accounts have a rank in it."));
    }

    private static ServiceStep? Transfer(ServiceWords words) =>
        ReadRoom(words) is not { } room || words.Count != 2 ? null
        : words.State.Accounts.Find(words[1]) is { } account ? new TransferRoom(room, account.Name)
        : NoAccount(words, 1);

    private static ServiceStep? Access(ServiceWords words) => words[1].ToUpperInvariant() switch
    {
        "LIST" when words.Count == 2 => List(words),
        "ADD" when words.Count == 4 => Grant(words, 2, RankOf(words[3])),
        "DEL" when words.Count == 3 => Grant(words, 2, Rank.None),
        _ => null,
    };

    private static ServiceStep? AccountMode(ServiceWords words) => words.Count switch
    {
        1 => List(words),
        3 when words[1] is ['+', var letter] => Grant(words, 2, OfLetter(letter)),
        3 when words[1] is ['-', var letter] && OfLetter(letter) is not null => Grant(words, 2, Rank.None),
        _ => null,
    };

    private static ServiceStep? Grant(ServiceWords words, int account, Rank? rank) =>
        ReadRoom(words) is not { } room || rank is not { } given ? null
        : words.State.Accounts.Find(words[account]) is { } found ? new SetRoomAccess(room, found.Name, given)
        : NoAccount(words, account);

    private static ServiceStep? List(ServiceWords words) => ReadRoom(words) is { } room ? new ShowRoomAccess(room) : null;

    private static IEnumerable<string> ShowAccess(Reply reply) => reply is RoomAccessShown { Registration: var registration }
        ? [$"{registration.Founder.Text}: FOUNDER", .. registration.Access.Select(access => $"{access.Account.Text}: {WordOf(access.Rank)}")]
        : ["The list is changed."];

    private static ServiceStep? Invite(ServiceWords words) =>
        ReadRoom(words) is { } room && words.Count == 2 ? new Invite(room, words[1]) : null;

    private static ServiceStep? Clear(ServiceWords words)
    {
        MaskListKind? kind = words[1].ToUpperInvariant() switch
        {
            "BANS" => MaskListKind.Bans,
            "EXEMPTS" => MaskListKind.Exempts,
            "INVITES" => MaskListKind.InviteExempts,
            _ => null,
        };
        if (ReadRoom(words) is not { } name || kind is not { } list)
        {
            return null;
        }

        var masks = words.State.FindRoom(name)?.Masks(list).Entries ?? [];
        return new ChangeModes(name, [.. masks.Select(entry => new MaskChange(list, entry.Mask, On: false))]);
    }

    private static IEnumerable<string> Modes(Reply reply) => reply is ModesAnswered { Refused: var refused, Applied: var applied }
        ? [.. refused.Select(one => one.Text), applied.Count > 0 ? "It is done." : "Nothing was changed."]
        : [];

    private static Func<ServiceWords, ServiceStep?> Of(Func<RoomName, Request> request) =>
        words => ReadRoom(words) is { } room ? request(room) : null;

    private static Func<Reply, IEnumerable<string>> Say(params string[] lines) => _ => lines;

    private static ServiceStep NoAccount(ServiceWords words, int index) => ServiceStep.Say($"There is no account {words.State.Quote(words[index])}.");

    private static RoomName? ReadRoom(ServiceWords words) => RoomName.TryCreate(words[0], out var room, out _) ? room : null;

    private static Rank? RankOf(string word) =>
        Array.Find(_ranks, one => one.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } found ? found.Rank : null;

    private static Rank? OfLetter(char letter) => RankLetters.OfLetter(letter) is not Rank.None and var rank ? rank : null;

    private static string WordOf(Rank rank) => Array.Find(_ranks, one => one.Rank == rank).Word;

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
