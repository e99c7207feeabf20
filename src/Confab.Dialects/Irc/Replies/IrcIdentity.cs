using Confab.Chat.Sessions;

namespace Confab.Dialects.Irc.Replies;

/// <summary>Who a session is, as far as showing it something depends on it.</summary>
/// <param name="User">Its user; null before registration.</param>
/// <param name="Nickname">Its nickname, or <c>*</c> before registration.</param>
internal readonly record struct IrcIdentity(UserId? User, string Nickname);
