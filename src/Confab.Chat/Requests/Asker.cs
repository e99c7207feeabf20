using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>The session that asks.</summary>
/// <param name="Id">Its id, also before sign-on.</param>
/// <param name="Origin">Where it came in.</param>
/// <param name="User">The user whose session it is, or null before sign-on.</param>
public readonly record struct Asker(SessionId Id, SessionOrigin Origin, User? User)
{
    /// <summary>The user; only requests that are not <see cref="Request.AllowedBeforeSignOn"/> may rely on it.</summary>
    public User SignedOn => User ?? throw new InvalidOperationException($"Session {Id} is not signed on.");

    /// <summary>The user as events show it, acting through this session.</summary>
    public Participant Participant => SignedOn.Through(Id);
}
