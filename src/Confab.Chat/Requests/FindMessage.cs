using Confab.Chat.Lookups;
using Confab.Chat.Messages;

namespace Confab.Chat.Requests;

/// <summary>Asks for one message by its id. Whether the asker may read it is decided when its room is known.</summary>
public sealed record FindMessage(MessageId Id) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision) => decision.AskLog(new FindLookup(Id));
}
