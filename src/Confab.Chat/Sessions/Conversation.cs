using Confab.Chat.Names;

namespace Confab.Chat.Sessions;

/// <summary>The conversation of two accounts, as far as it is remembered.</summary>
/// <param name="Name">Under which it is kept.</param>
/// <param name="LastNumber">The number of its newest entry.</param>
/// <param name="LastTime">When something was last said in it.</param>
public sealed record Conversation(RoomName Name, long LastNumber, DateTimeOffset? LastTime);
