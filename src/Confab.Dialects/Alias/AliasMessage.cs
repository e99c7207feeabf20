using Confab.Chat;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Alias;

/// <summary>A private message to a name as this dialect shows it.</summary>
internal sealed record AliasMessage(string To, string Text) : SendPrivateMessage(To, Text)
{
    protected override User? FindRecipient(ChatState state)
    {
        if (base.FindRecipient(state) is { } byNickname)
        {
            return byNickname;
        }

        return AliasName.NumberIn(To) is { } number
            && state.FindUser(number) is { } session
            && AliasName.Of(session.Participant).Equals(To, StringComparison.OrdinalIgnoreCase)
            ? session
            : null;
    }
}
