using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A session has ended; its rooms heard of it before.</summary>
public sealed record SignedOff(Participant Who, string? Reason) : ChatEvent;
