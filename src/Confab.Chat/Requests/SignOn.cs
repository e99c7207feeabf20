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
    private const string Fallback = "guest";

    /// <summary>What stands before the <c>@</c> of its source; null for the door's name.</summary>
    public string? Username { get; init; }

    /// <summary>What stands behind the <c>@</c>; null for the address.</summary>
    public string? Host { get; init; }

    /// <summary>The real name; null for the nickname.</summary>
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

        if (!TryChoose(state, decision, out var nickname, out var isOther))
        {
            return;
        }

        var participant = Profile(new Participant(asker.Id, nickname, asker.Origin, Presence));
        var user = new User(participant, decision.Now) { Modes = Modes };
        state.Add(user);
        state.Attach(asker.Id, user);
        decision.Happened(new SignedOn(participant));
        state.TellOnline(participant, decision);
        if (Room is not null)
        {
            new JoinRoom(Room, WithMembers).Decide(state, asker with { User = user }, decision);
        }

        decision.Answer(new SignedOnAs(participant, isOther ? Wanted : null, decision.Reply as RoomEntered));
    }

    private Participant Profile(Participant participant) => participant with
    {
        Username = Username ?? participant.Username,
        Host = Host ?? participant.Host,
        RealName = RealName ?? participant.RealName,
        IsBot = Modes.HasFlag(UserModes.Bot),
    };

    private bool TryChoose(ChatState state, Decision decision, out Nickname nickname, out bool isOther)
    {
        isOther = false;
        var maxLength = state.Options.Limits.NicknameLength;
        if (Presence == Presence.Operator)
        {
            nickname = state.Options.ServerName;
            return true;
        }

        var valid = Nickname.TryCreate(Wanted, maxLength, out var wanted, out var problem);
        nickname = wanted ?? Nickname.MakeValid(Wanted, maxLength, Fallback);
        var free = state.Nicknames.IsFree(nickname, asker: null);
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

        if (valid)
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
