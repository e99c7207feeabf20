using Confab.Chat.Messages;
using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>The entry is committed: this is the acknowledgement.</summary>
/// <param name="IsDuplicate">True when its resend key was known: the values are those of the message posted then.</param>
public sealed record Posted(RoomName Room, long Number, MessageId Id, DateTimeOffset Time, bool IsDuplicate) : Reply;
