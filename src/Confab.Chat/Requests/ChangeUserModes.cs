using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>
/// Sets the asker's own user otherwise. Nobody makes oneself an operator of the server by it (<see cref="BecomeOperator"/>); that is left out without
/// a word.
/// </summary>
/// <param name="Add">What the user is to be.</param>
/// <param name="Remove">What it is to be no more; counts where <paramref name="Add"/> names the same.</param>
public sealed record ChangeUserModes(UserModes Add, UserModes Remove) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        state.SetModes(user, (user.Modes | (Add & ~UserModes.ServerOperator)) & ~Remove, asker.Participant, decision);
        decision.Answer(Done.Instance);
    }
}
