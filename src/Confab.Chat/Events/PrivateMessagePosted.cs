using Confab.Chat.Messages;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>
/// A message from one session to one other. It is delivered and not remembered: while nicknames belong to nobody, whoever
/// takes the nickname next could read it.
/// </summary>
public sealed record PrivateMessagePosted(
    Participant From,
    Participant To,
    DateTimeOffset Time,
    MessageKind Kind,
    MessageText Message) : ChatEvent;
