using Confab.Chat.Accounts;
using Confab.Chat.Names;

namespace Confab.Chat;

/// <summary>What the rules are told at start.</summary>
/// <param name="DefaultRoom">The room that always exists and that announcements are posted to.</param>
/// <param name="ServerName">The nickname under which the server itself speaks; nobody else may bear it or one that looks like it.</param>
/// <param name="Limits">The bounds.</param>
public sealed record ChatOptions(RoomName DefaultRoom, Nickname ServerName, ChatLimits Limits)
{
    /// <summary>How the keys of nicknames and rooms are compared: exactly, unless a network wants more of them to be the same.</summary>
    public IEqualityComparer<string> KeyComparer { get; init; } = StringComparer.Ordinal;

    /// <summary>The rules of accounts.</summary>
    public AccountOptions Accounts { get; init; } = new();
}
