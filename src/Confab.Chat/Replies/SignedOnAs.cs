using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>The session is signed on.</summary>
/// <param name="Who">With this nickname.</param>
/// <param name="Wanted">What it asked for, where that was taken or invalid and another was given instead; otherwise null.</param>
public sealed record SignedOnAs(Participant Who, string? Wanted) : Reply;
