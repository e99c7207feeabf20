namespace Confab.Storage;

/// <summary>A room's topic, who set it and when.</summary>
public sealed record StoredTopic(string Text, string Author, DateTimeOffset Time);
