namespace Confab.Scenarios.Tests.Cast;

/// <summary>Somebody as others may be shown them, at one moment.</summary>
/// <param name="Nickname">The nickname at that moment.</param>
/// <param name="Dialect">The dialect through which they came; some doors name their own members in another way.</param>
/// <param name="Port">Their TCP port.</param>
internal sealed record Voice(string Nickname, string Dialect, int Port);
