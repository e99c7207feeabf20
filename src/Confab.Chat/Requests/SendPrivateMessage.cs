using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Services;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Says something to one other user, on whatever door it is, or to one of the server's services.</summary>
public record SendPrivateMessage(string To, string Text, MessageKind Kind = MessageKind.Message) : Request, IResumable
{
    private ServiceTurn? _turn;
    private PrivateMessagePosted? _question;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (FindService(state) is { } service)
        {
            Ask(service, state, asker, decision);
            return;
        }

        if (FindRecipient(state) is not { } recipient)
        {
            decision.Refuse(
                RefusalCode.RecipientUnknown,
                $"Nobody here is called {state.Quote(To)}. See who is here, then try again.");
            return;
        }

        if (recipient.Modes.HasFlag(UserModes.RegisteredOnly) && asker.SignedOn is { Account: null, IsServerOperator: false })
        {
            decision.Refuse(
                RefusalCode.AccountNeeded,
                $"{recipient.Nickname.Text} takes private messages only from people who are logged in to an account. Log in, then try again.");
            return;
        }

        if (state.TryReadText(Text, decision, out var text))
        {
            asker.SignedOn.LastActive = decision.Now;
            var message = new PrivateMessagePosted(asker.Participant, recipient.Participant, decision.NewId(), decision.Now, Kind, text);
            decision.Happened(message);
            decision.Answer(new PrivateMessageSent(message));
        }
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (asker.User is null || _turn is null)
        {
            decision.Refuse(RefusalCode.NotSignedOn, "You are not signed on any more.");
        }
        else if (_turn.Resume(state, asker, result, decision))
        {
            decision.Answer(new PrivateMessageSent(_question!));
        }
    }

    /// <summary>To whom only: what people say is not for logs.</summary>
    public override string ToString() => $"{nameof(SendPrivateMessage)} {To}";

    /// <summary>The service that <see cref="To"/> is; null for a person.</summary>
    protected virtual Service? FindService(ChatState state) => state.Services.Find(To);

    /// <summary>Who <see cref="To"/> is: by nickname, unless a dialect shows other names.</summary>
    protected virtual User? FindRecipient(ChatState state) => state.FindUser(To);

    // What is said to a service may be a password: nobody but the asker hears of it, not even their other sessions. A service does not
    // answer notices, so that two programs cannot talk to each other for ever.
    private void Ask(Service service, ChatState state, Asker asker, Decision decision)
    {
        if (!state.TryReadText(Text, decision, out var text))
        {
            return;
        }

        _question = new PrivateMessagePosted(asker.Participant, service.Participant, decision.NewId(), decision.Now, Kind, text) { MayBeRemembered = false };
        _turn = new ServiceTurn(service, text.Value);
        if (Kind != MessageKind.Message || _turn.Begin(state, asker, decision))
        {
            decision.Answer(new PrivateMessageSent(_question));
        }
    }
}
