using Confab.Chat.Lookups;
using Confab.Chat.Replies;
using Confab.Chat.Services;

namespace Confab.Chat.Requests;

/// <summary>Asks a service by a command of the door instead of a private message; answered in notices from it.</summary>
/// <param name="Service">Its name, or a command that stands for it.</param>
/// <param name="Text">What it is asked.</param>
public sealed record AskService(string Service, string Text) : Request, IResumable
{
    private ServiceTurn? _turn;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if ((state.Services.FindByAlias(Service) ?? state.Services.Find(Service)) is not { } service)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"There is no service {state.Quote(Service)}.");
            return;
        }

        _turn = new ServiceTurn(service, Text);
        End(_turn.Begin(state, asker, decision), decision);
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (asker.User is not null && _turn is not null)
        {
            End(_turn.Resume(state, asker, result, decision), decision);
        }
        else
        {
            decision.Refuse(RefusalCode.NotSignedOn, "You are not signed on any more.");
        }
    }

    /// <summary>The service only: what it is asked may be a password, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(AskService)} {Service}";

    private static void End(bool ended, Decision decision)
    {
        if (ended)
        {
            decision.Answer(Done.Instance);
        }
    }
}
