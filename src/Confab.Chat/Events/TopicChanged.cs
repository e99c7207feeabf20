using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A room's topic was set, or cleared where the text is empty.</summary>
public sealed record TopicChanged(
    RoomName Room,
    Participant Actor,
    MessageId Id,
    DateTimeOffset Time,
    string Text) : RoomEntry(Room, Actor, Id, Time, MessageKind.Topic, Text, Key: null);
