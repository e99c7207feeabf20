using Confab.Chat.Events;

namespace Confab.Chat.Replies;

/// <summary>The private message is on its way to its recipient.</summary>
public sealed record PrivateMessageSent(PrivateMessagePosted Message) : Reply;
