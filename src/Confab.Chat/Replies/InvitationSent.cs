using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>Somebody was asked into a room.</summary>
/// <param name="Target">Who.</param>
/// <param name="Away">Why they are away; null where they are here.</param>
public sealed record InvitationSent(RoomName Room, Participant Target, string? Away) : Reply;
