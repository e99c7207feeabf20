using Confab.Chat.Events;

namespace Confab.Chat.Replies;

/// <summary>The message is on its way to those with the rank.</summary>
public sealed record StatusMessageSent(StatusMessagePosted Message) : Reply;
