using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks where the asker is invited.</summary>
public sealed record ListInvitations : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) =>
        decision.Answer(new InvitationsListed([.. state.Invitations.Of(asker.SignedOn.Id).Select(room => room.Name)]));
}
