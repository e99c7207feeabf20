using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Replies;

/// <summary>A room's topic, or null where none is set.</summary>
public sealed record TopicShown(RoomName Room, Topic? Topic) : Reply;
