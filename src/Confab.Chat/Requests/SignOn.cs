using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Takes a nickname, and with it a place among the others.</summary>
/// <param name="Wanted">The nickname asked for.</param>
/// <param name="Presence">Whether its coming and going is told.</param>
/// <param name="AcceptOther">
/// True: a taken or invalid nickname is replaced by the nearest valid and free one. False: it is refused, with that one as a suggestion.
/// </param>
/// <param name="Room">A room that it enters at once, in the same turn; null for none.</param>
/// <param name="WithMembers">True: the answer lists who sits in that room.</param>
public sealed record SignOn(string Wanted, Presence Presence, bool AcceptOther, RoomName? Room = null, bool WithMembers = false) : Request
{
    internal const string Reserved = "is kept for its owner, or looks like a nickname that is. If it is yours, log in to your account first.";

    private const string Fallback = "guest";

    /// <summary>What stands before the <c>@</c> of its source; null for the door's name.</summary>
    public string? Username { get; init; }

    /// <summary>What stands behind the <c>@</c>; null for the address.</summary>
    public string? Host { get; init; }

    /// <summary>The real name; one that is too long is cut. Null for the nickname.</summary>
    public string? RealName { get; init; }

    /// <summary>What the user is from the beginning.</summary>
    public UserModes Modes { get; init; }

    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.User is not null)
        {
            decision.Refuse(RefusalCode.SignedOnAlready, $"You are signed on as {asker.User.Nickname.Text} already.");
            return;
        }

        var account = state.AccountOf(asker.Id);
        if (IsBanned(state, asker, decision) || TryAttach(state, asker, account, decision)
            || !TryChoose(state, account, decision, out var nickname, out var isOther))
        {
            return;
        }

        var participant = Profile(new Participant(asker.Id, nickname, asker.Origin, Presence) { Account = account }, state);
        var user = new User(participant, decision.Now) { Modes = Modes };
        state.Add(user);
        state.Attach(asker.Id, user);
        state.MoveAccountToUser(asker.Id);
        state.KeepPresence(user);
        decision.Happened(new SignedOn(participant));
        state.TellOnline(participant, decision);
        if (Room is not null)
        {
            new JoinRoom(Room, WithMembers).Decide(state, asker with { User = user }, decision);
        }

        decision.Answer(new SignedOnAs(participant, isOther ? Wanted : null, decision.Reply as RoomEntered));
    }

    private bool IsBanned(ChatState state, Asker asker, Decision decision)
    {
        if (Presence is Presence.Operator or Presence.Steward)
        {
            return false;
        }

        var person = new MaskSubject(
            Wanted, Username ?? asker.Origin.Door, Host ?? asker.Origin.Address, asker.Origin.Address, state.AccountOf(asker.Id));
        if (state.Bans.Find(person, decision.Now) is not { } ban)
        {
            return false;
        }

        decision.Refuse(RefusalCode.BannedFromServer, $"You are banned from this server: {ban.Reason}.");
        return true;
    }

    // The nickname is present already and its user is the same person: this is one more session of it.
    private bool TryAttach(ChatState state, Asker asker, string? account, Decision decision)
    {
        if (account is null || state.FindUser(Wanted) is not { IsOperator: false } user || user.Account != account)
        {
            return false;
        }

        if (user.Sessions.Count == 0)
        {
            user.Participant = user.Participant with { Session = asker.Id, Origin = asker.Origin };
        }

        state.Attach(asker.Id, user);
        state.MoveAccountToUser(asker.Id);
        var who = user.Through(asker.Id);
        var rooms = user.Rooms.Select(room => (room.Name, room.LastNumber)).ToArray();
        decision.Happened(new SessionAttached(who, rooms));
        if (Room is not null)
        {
            new JoinRoom(Room, WithMembers).Decide(state, asker with { User = user }, decision);
        }

        decision.Answer(new SignedOnAs(who, null, decision.Reply as RoomEntered)
        {
            Attached = true,
            Rooms = rooms.Select(room => room.Name).ToArray(),
        });
        return true;
    }

    private Participant Profile(Participant participant, ChatState state) => participant with
    {
        Username = Username is null ? participant.Username : Shared(Username, participant.Nickname.Text),
        Host = Shared(Host, participant.Host),
        RealName = Shared(state.CleanLine(RealName, state.Options.Limits.RealNameBytes), participant.Nickname.Text),
        IsBot = Modes.HasFlag(UserModes.Bot),
    };

    // Most clients give the same text for several things; it is kept once.
    private static string Shared(string? given, string known) => given is null || given == known ? known : given;

    private bool TryChoose(ChatState state, string? account, Decision decision, out Nickname nickname, out bool isOther)
    {
        isOther = false;
        var maxLength = state.Options.Limits.NicknameLength;
        if (Presence is Presence.Operator or Presence.Steward)
        {
            nickname = state.Options.ServerName;
            return true;
        }

        var valid = Nickname.TryCreate(Wanted, maxLength, out var wanted, out var problem);
        nickname = wanted ?? Nickname.MakeValid(Wanted, maxLength, Fallback);
        var reserved = state.IsReserved(nickname, account);
        var free = !reserved && state.Nicknames.IsFree(nickname, asker: null);
        if (valid && free)
        {
            return true;
        }

        var offered = state.Nicknames.NearestFree(nickname, maxLength);
        if (AcceptOther)
        {
            nickname = offered;
            isOther = true;
            return true;
        }

        if (valid && reserved)
        {
            decision.Refuse(RefusalCode.NicknameReserved, $"{nickname.Text} {Reserved} How about {offered.Text}?", offered.Text);
        }
        else if (valid)
        {
            decision.Refuse(
                RefusalCode.NicknameInUse,
                $"{nickname.Text} is in use or looks like a nickname in use. How about {offered.Text}?",
                offered.Text);
        }
        else
        {
            decision.Refuse(RefusalCode.NicknameInvalid, $"{problem} How about {offered.Text}?", offered.Text);
        }

        return false;
    }
}
