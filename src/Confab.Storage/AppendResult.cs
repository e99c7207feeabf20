using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>What the log made of one draft.</summary>
/// <param name="Number">
/// The entry's number in its room: 1, 2, 3, … without gaps. For an event the room's last number at that point, 0 before the first entry.
/// </param>
/// <param name="Id">The entry's id: the draft's, or the first message's where this was a resend.</param>
/// <param name="Time">The entry's time, likewise.</param>
/// <param name="IsDuplicate">True when the key was known: nothing was added, and the values are those of the first message.</param>
public readonly record struct AppendResult(long Number, MessageId Id, DateTimeOffset Time, bool IsDuplicate);
