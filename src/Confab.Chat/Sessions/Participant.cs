using Confab.Chat.Names;

namespace Confab.Chat.Sessions;

/// <summary>Who did something, as it was at that moment. Events carry this and never the living user.</summary>
/// <param name="Session">The session that acted.</param>
/// <param name="Nickname">Its nickname at that time.</param>
/// <param name="Origin">Where it came in.</param>
/// <param name="Presence">Whether its coming and going is told to others.</param>
public sealed record Participant(SessionId Session, Nickname Nickname, SessionOrigin Origin, Presence Presence)
{
    /// <summary>The user whose session it was; several sessions of one account are one user.</summary>
    public UserId User { get; init; } = UserId.Of(Session);

    /// <summary>The name before the <c>@</c> of an IRC source: what the client gave, or the door's name.</summary>
    public string Username { get; init; } = Origin.Door;

    /// <summary>What stands behind the <c>@</c>: the address, or what is shown in its place.</summary>
    public string Host { get; init; } = Origin.Address;

    /// <summary>What the client gave as its person's real name; the nickname where it gave none.</summary>
    public string RealName { get; init; } = Nickname.Text;

    /// <summary>The account, by its name as shown; null for a guest.</summary>
    public string? Account { get; init; }

    /// <summary>True for a user that says of itself that it is a bot.</summary>
    public bool IsBot { get; init; }

    /// <summary>True for the server's own voice: its operator's console.</summary>
    public bool IsServer => Presence == Presence.Operator;
}
