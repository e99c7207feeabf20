using Confab.Chat.Lookups;
using Confab.Chat.Replies;

namespace Confab.Engine.Lookups;

/// <summary>The look-up could not be done.</summary>
/// <param name="Refusal">Why, as its asker is told.</param>
public sealed record LookupFailed(Refused Refusal) : LookupResult;
