using Confab.Chat.Messages;

namespace Confab.Chat.Lookups;

/// <summary>One entry by its id; whether the asker may see it is decided once its room is known.</summary>
public sealed record FindLookup(MessageId Id) : Lookup;
