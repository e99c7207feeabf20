using Confab.Chat.Lookups;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Sends away whoever bears a nickname that belongs to the asker's account: a forgotten session of one's own, or somebody who took it while it
/// was not kept.
/// </summary>
/// <param name="Nickname">Which.</param>
/// <param name="Take">True: the asker takes it at once.</param>
/// <param name="Password">The account's, for an asker who is not logged in, and is then; null for none.</param>
public sealed record FreeNickname(string Nickname, bool Take, string? Password = null) : Request, IResumable
{
    private LogIn? _login;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (asker.SignedOn.Account is null && Password is not null
            && Names.Nickname.TryCreate(Nickname, state.Options.Limits.NicknameLength, out var nickname, out _)
            && state.Accounts.OwnerOf(nickname) is { } owner)
        {
            _login = new LogIn(owner.Name.Text, Password);
            _login.Decide(state, asker, decision);
            return;
        }

        Free(state, asker, decision);
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        _login!.Resume(state, asker, result, decision);
        if (decision.Reply is LoggedIn && asker.User is not null)
        {
            decision.TakeReply();
            Free(state, asker, decision);
        }
    }

    /// <summary>The nickname only: a password must not reach a log.</summary>
    public override string ToString() => $"{nameof(FreeNickname)} {Nickname}";

    private void Free(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (state.Accounts.Find(user.Account) is not { } account)
        {
            decision.Refuse(RefusalCode.NotLoggedIn, $"You are not logged in. Log in to the account that {state.Quote(Nickname)} belongs to.");
            return;
        }

        if (state.FindUser(Nickname) is not { } bearer)
        {
            if (Take)
            {
                new Rename(Nickname).Decide(state, asker, decision);
            }
            else
            {
                decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {state.Quote(Nickname)}.");
            }

            return;
        }

        if (bearer == user)
        {
            decision.Refuse(RefusalCode.Denied, $"You bear {user.Nickname.Text} yourself.");
        }
        else if (state.Accounts.OwnerOf(bearer.Nickname) != account && bearer.Account != account.Name.Text)
        {
            decision.Refuse(RefusalCode.Denied, $"{bearer.Nickname.Text} does not belong to your account {account.Name.Text}.");
        }
        else
        {
            var nickname = bearer.Nickname.Text;
            state.SendAway(bearer, $"{user.Nickname.Text} has taken the nickname back", decision);
            decision.Answer(Done.Instance);
            if (Take)
            {
                decision.TakeReply();
                new Rename(nickname).Decide(state, asker, decision);
            }
        }
    }
}
