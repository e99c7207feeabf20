using Confab.Chat;
using Confab.Chat.Lookups;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Commands;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc;

/// <summary>One line of a client. What it means is decided in its turn; the lines behind it wait until it has its answer.</summary>
internal sealed record IrcInput(IrcMessage Message, IrcConversation Conversation) : Request, IResumable
{
    private IrcContext? _waiting;

    public override bool AllowedBeforeSignOn => true;

    public override bool WaitsForLookups => true;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var context = new IrcContext(state, asker with { Origin = Conversation.Origin }, decision, Conversation, Message);
        IrcCommandTable.Run(context);
        Conclude(context);
    }

    public void Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        var context = _waiting!.Continue(state, asker with { Origin = Conversation.Origin }, decision);
        _waiting.WhenFound!(context, result);
        Conclude(context);
    }

    /// <summary>Says nothing of the line: it may hold a password.</summary>
    public override string ToString() => nameof(IrcInput);

    private void Conclude(IrcContext context)
    {
        if (context.Decision.Lookup is null)
        {
            if (context.Closes)
            {
                // Nothing is decided for a session after its last answer.
                new SignOff(Reason: null).Decide(context.State, context.Asker, context.Decision);
            }

            context.Decision.Answer(context.ToReply());
        }
        else
        {
            _waiting = context;
        }
    }
}
