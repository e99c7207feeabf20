namespace Confab.Chat.Lookups;

/// <summary>The key of a <see cref="DeriveKey"/>: 32 bytes.</summary>
public sealed record KeyDerived(byte[] Key) : LookupResult;
