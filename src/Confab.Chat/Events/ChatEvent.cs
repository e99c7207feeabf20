namespace Confab.Chat.Events;

/// <summary>Something that happened. Events are values: they can be encoded, stored or applied anywhere, at any later time.</summary>
public abstract record ChatEvent;
