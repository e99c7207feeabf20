using Confab.Chat.Names;

namespace Confab.Chat.Sessions;

/// <summary>Who did something, as it was at that moment. Events carry this and never the living session.</summary>
/// <param name="Session">The session that acted.</param>
/// <param name="Nickname">Its nickname at that time.</param>
/// <param name="Origin">Where it came in.</param>
/// <param name="Presence">Whether its coming and going is told to others.</param>
public sealed record Participant(SessionId Session, Nickname Nickname, SessionOrigin Origin, Presence Presence)
{
    /// <summary>True for the server's own voice: its operator's console.</summary>
    public bool IsServer => Presence == Presence.Operator;
}
