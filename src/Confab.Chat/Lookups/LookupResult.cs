namespace Confab.Chat.Lookups;

/// <summary>What came of a <see cref="Lookup"/>.</summary>
public abstract record LookupResult;
