using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>To whom something may be sent that is not for a room.</summary>
internal static class Recipients
{
    /// <summary>Finds somebody by nickname who takes messages from the asker; otherwise refuses it.</summary>
    public static bool TryFind(string nickname, ChatState state, Asker asker, Decision decision, [NotNullWhen(true)] out User? recipient) =>
        Takes(state.FindUser(nickname), nickname, state, asker, decision, out recipient);

    /// <summary>True where somebody was found who takes messages from the asker; otherwise it is refused.</summary>
    public static bool Takes(User? found, string nickname, ChatState state, Asker asker, Decision decision, [NotNullWhen(true)] out User? recipient)
    {
        recipient = found;
        if (recipient is null)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {state.Quote(nickname)}. See who is here, then try again.");
            return false;
        }

        if (recipient.Modes.HasFlag(UserModes.RegisteredOnly) && recipient != asker.SignedOn && asker.SignedOn is { Account: null, IsServerOperator: false })
        {
            decision.Refuse(
                RefusalCode.AccountNeeded,
                $"{recipient.Nickname.Text} takes private messages only from people who are logged in to an account. Log in, then try again.");
            return false;
        }

        return true;
    }
}
