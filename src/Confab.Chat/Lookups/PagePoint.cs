using Confab.Chat.Messages;

namespace Confab.Chat.Lookups;

/// <summary>A place in the history: a message, or where there is none a moment.</summary>
/// <param name="Id">The message; null for a moment.</param>
/// <param name="Time">The moment.</param>
public sealed record PagePoint(MessageId? Id, DateTimeOffset Time);
