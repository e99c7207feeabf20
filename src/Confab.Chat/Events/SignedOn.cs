using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A session has a nickname from now on.</summary>
public sealed record SignedOn(Participant Who) : ChatEvent;
