namespace Confab.Chat.Rooms;

/// <summary>What a room is about, who said so and when.</summary>
public sealed record Topic(string Text, string Author, DateTimeOffset Time);
