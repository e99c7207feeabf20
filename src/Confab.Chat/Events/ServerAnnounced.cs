using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>The server spoke to everybody: this reaches those who do not sit in the room that the same words were posted to.</summary>
public sealed record ServerAnnounced(Participant Actor, RoomName PostedTo, DateTimeOffset Time, MessageText Message) : ChatEvent;
