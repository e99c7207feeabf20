using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Adds a nickname to the account that the session is logged in to, or takes one off it.</summary>
/// <param name="Nickname">Which; null for the one that the asker bears. Only that one can be added, because then nobody else bears it.</param>
/// <param name="On">True to add.</param>
public sealed record GroupNickname(string? Nickname, bool On) : Request
{
    private const int Most = 16;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (state.Accounts.Find(user.Account) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, "You are not logged in. Log in to the account that the nickname shall belong to.");
            return;
        }

        var wanted = Nickname ?? user.Nickname.Text;
        var own = account.GroupedNicknames.FirstOrDefault(grouped => grouped == state.ReadNickname(wanted));
        if (!On && own is null)
        {
            decision.Refuse(RefusalCode.NotFound, $"{state.Quote(wanted)} is not among the further nicknames of {account.Name.Text}.");
        }
        else if (On && state.ReadNickname(wanted) != user.Nickname)
        {
            decision.Refuse(RefusalCode.NicknameMustMatch, $"You are {user.Nickname.Text}. Take the nickname that you want to add first.");
        }
        else if (On && state.Accounts.OwnerOf(user.Nickname) is { } owner && owner != account)
        {
            decision.Refuse(RefusalCode.AccountExists, $"{user.Nickname.Text} belongs to another account, or looks like a nickname that does.");
        }
        else if (On && account.GroupedNicknames.Count >= Most)
        {
            decision.Refuse(RefusalCode.TooManyAccounts, $"{account.Name.Text} has {Most} further nicknames, which is the most. Remove one first.");
        }
        else
        {
            var others = account.GroupedNicknames.Where(grouped => grouped != own);
            var changed = account with { GroupedNicknames = [.. On && user.Nickname != account.Name ? others.Append(user.Nickname) : others] };
            state.Save(changed);
            foreach (var present in state.UsersOf(changed))
            {
                state.KeepPresence(present);
            }

            decision.Answer(new AccountSaved(changed));
        }
    }
}
