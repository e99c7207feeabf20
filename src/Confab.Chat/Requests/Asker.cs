using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>The session that asks.</summary>
/// <param name="Id">Its id, also before sign-on.</param>
/// <param name="Origin">Where it came in.</param>
/// <param name="Session">The signed-on session, or null before sign-on.</param>
public readonly record struct Asker(SessionId Id, SessionOrigin Origin, Session? Session)
{
    /// <summary>The signed-on session; only requests that are not <see cref="Request.AllowedBeforeSignOn"/> may rely on it.</summary>
    public Session SignedOn => Session ?? throw new InvalidOperationException($"Session {Id} is not signed on.");
}
