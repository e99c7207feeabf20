using Confab.Chat.Moderation;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Keeps people or addresses out of the server, and sends away those who are in; for the server's operators.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Target">Whom it means.</param>
/// <param name="Duration">How long; null for ever.</param>
/// <param name="Reason">Why; those it keeps out are told.</param>
public sealed record AddBan(BanKind Kind, string Target, TimeSpan? Duration, string? Reason) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var asking = asker.SignedOn;
        if (!asking.IsServerOperator)
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may keep somebody out of it.");
            return;
        }

        var reason = state.CleanReason(Reason) ?? "no reason given";
        var expires = Duration is { } duration && duration < DateTimeOffset.MaxValue - decision.Now ? decision.Now + duration : (DateTimeOffset?)null;
        if (!NetworkBan.TryCreate(Kind, Target, reason, asking.Nickname.Text, decision.Now, expires, out var ban, out var problem))
        {
            decision.Refuse(RefusalCode.BanInvalid, problem);
            return;
        }

        foreach (var over in state.Bans.Over(decision.Now))
        {
            state.Remove(over);
        }

        if (state.Bans.Find(ban.Key) is null && state.Bans.Count >= state.Options.Limits.Bans)
        {
            decision.Refuse(RefusalCode.BanInvalid, $"There are {state.Bans.Count} bans, which is the most here. Remove one first.");
            return;
        }

        state.Save(ban);
        var meant = state.Users.Where(user => user != asking && !user.IsServerOperator && IsMeant(ban, user)).ToArray();
        foreach (var user in meant)
        {
            state.SendAway(user, $"Banned: {reason}", decision);
        }

        decision.Answer(new BanAdded(ban, meant.Length));
    }

    private static bool IsMeant(NetworkBan ban, User user) =>
        ban.MeansPerson(Subject(user.Participant))
        || (AddressRange.TryParse(user.Participant.Origin.Address, out var address) && ban.MeansAddress(address));

    internal static MaskSubject Subject(Participant who) =>
        new(who.Nickname.Text, who.Username, who.Host, who.Origin.Address, who.Account);
}
