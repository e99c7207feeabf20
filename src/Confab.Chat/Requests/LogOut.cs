using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>
/// Logs out. Refused while the user has other sessions or is always on, because they would be left with a user that is not theirs any more;
/// whoever bears a nickname that is kept for the account gets another one.
/// </summary>
public sealed record LogOut : Request
{
    private const string Fallback = "guest";

    public override bool AllowedBeforeSignOn => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.AccountOf(asker.Id) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, "You are not logged in.");
        }
        else if (asker.User is { } user && (user.Sessions.Count > 1 || state.IsAlwaysOn(user)))
        {
            decision.Refuse(RefusalCode.Denied, $"Others of your sessions are {user.Nickname.Text}, too, or it is always on. Close this session instead.");
        }
        else
        {
            state.SetAccount(asker.Id, account: null, decision);
            if (asker.User is { } guest)
            {
                GiveUpNickname(state, guest, asker.Participant, decision);
            }

            decision.Answer(new LoggedOut(account));
        }
    }

    /// <summary>Gives a user another nickname where it may not bear its own any more.</summary>
    internal static void GiveUpNickname(ChatState state, User user, Participant actor, Decision decision)
    {
        if (!state.IsReserved(user.Nickname, user.Account))
        {
            return;
        }

        var maxLength = state.Options.Limits.NicknameLength;
        var other = state.Nicknames.NearestFree(Nickname.MakeValid(Fallback, maxLength, Fallback), maxLength);
        state.Rename(user, other, decision.Now);
        decision.Happened(new NicknameChanged(actor, user.Through(actor.Session), user.Rooms.Select(room => room.Name).ToArray()));
        state.TellOffline(actor.Nickname, decision);
        state.TellOnline(user.Participant, decision);
    }
}
