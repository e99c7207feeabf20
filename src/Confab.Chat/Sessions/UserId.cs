using System.Globalization;

namespace Confab.Chat.Sessions;

/// <summary>Names one user for the life of the server; never used again. It is the number of the session that the user came with.</summary>
public readonly record struct UserId(long Value)
{
    /// <summary>The session that the user came with, whether it is still there or not.</summary>
    public SessionId FirstSession => new(Value);

    /// <summary>The user that came with a session, where it did not come to one that was there already.</summary>
    public static UserId Of(SessionId session) => new(session.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
