namespace Confab.Chat.Lookups;

/// <summary>Something to read from the history. The rules say that it may be read; others read it.</summary>
public abstract record Lookup;
