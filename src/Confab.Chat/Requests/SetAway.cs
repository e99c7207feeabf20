using Confab.Chat.Events;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Says that one is away, or here again.</summary>
/// <param name="Message">Why; longer ones are cut. Null or empty: here again.</param>
public sealed record SetAway(string? Message) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        var message = state.CleanLine(Message, state.Options.Limits.AwayBytes);
        if (message != user.Away)
        {
            user.Away = message;
            decision.Happened(new AwayChanged(asker.Participant, ChatState.RoomsOf(user), message) { Watchers = state.WatchersOf(user) });
        }

        decision.Answer(Done.Instance);
    }
}
