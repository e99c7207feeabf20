using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Takes another nickname.</summary>
public sealed record Rename(string Wanted) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        var maxLength = state.Options.Limits.NicknameLength;
        if (session.IsOperator)
        {
            decision.Refuse(RefusalCode.Denied, "The operator's console keeps its nickname.");
            return;
        }

        if (!Nickname.TryCreate(Wanted, maxLength, out var nickname, out var problem))
        {
            decision.Refuse(RefusalCode.NicknameInvalid, problem, Offer(state, Nickname.MakeValid(Wanted, maxLength, session.Nickname.Text)));
            return;
        }

        if (state.IsReserved(nickname, session.Account))
        {
            var offered = Offer(state, nickname);
            decision.Refuse(RefusalCode.NicknameReserved, $"{nickname.Text} {SignOn.Reserved} How about {offered}?", offered);
            return;
        }

        if (!state.Nicknames.IsFree(nickname, session))
        {
            var offered = Offer(state, nickname);
            decision.Refuse(
                RefusalCode.NicknameInUse,
                $"{nickname.Text} is in use or looks like a nickname in use. How about {offered}?",
                offered);
            return;
        }

        if (nickname.Text != session.Nickname.Text)
        {
            var before = asker.Participant;
            state.Rename(session, nickname, decision.Now);
            decision.Happened(new NicknameChanged(before, asker.Participant, session.Rooms.Select(room => room.Name).ToArray()));
            if (before.Nickname.Key != nickname.Key)
            {
                state.TellOffline(before.Nickname, decision);
                state.TellOnline(asker.Participant, decision);
            }
        }

        decision.Answer(new Renamed(nickname));
    }

    private static string Offer(ChatState state, Nickname nickname) =>
        state.Nicknames.NearestFree(nickname, state.Options.Limits.NicknameLength).Text;
}
