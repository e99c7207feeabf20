using System.Globalization;
using System.Text.RegularExpressions;
using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>
/// One way in, in that door's own bytes: how somebody there does what a story says, and how they see what others do. Written from the description
/// of the protocols, not from the server's code.
/// </summary>
internal abstract class Door
{
    public const string Lobby = "#lobby";

    /// <summary>The name in stories.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the dialect that the server speaks there.</summary>
    public virtual string Dialect => Name;

    /// <summary>True where the others are told of coming and going.</summary>
    public virtual bool Announces => false;

    /// <summary>True where people see their own words.</summary>
    public virtual bool Echoes => false;

    /// <summary>True where somebody who joins is shown what was said before.</summary>
    public virtual bool ShowsHistory => false;

    /// <summary>True where coming and going is shown of those, too, whose own doors do not tell it: programs there keep a list of members.</summary>
    public virtual bool ShowsEverybody => false;

    /// <summary>True where somebody who is removed from the lobby has nowhere else to be, so that the connection ends.</summary>
    public virtual bool EndsWhenRemoved => true;

    /// <summary>What stands around the things that are seen and means nothing by itself, as a regular expression; null where there is nothing like it.</summary>
    public virtual string? Framing => null;

    /// <summary>Where no nickname is asked for, it is the port.</summary>
    public virtual string NicknameOf(string name, int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Says what must be said first, and waits for the greeting.</summary>
    public abstract Task ArriveAsync(Actor me);

    /// <summary>What is said first, and makes somebody present; empty where connecting does.</summary>
    public virtual string Greeting(Actor me) => string.Empty;

    /// <summary>What shows that a nickname is not given to somebody, because it is kept for its account; null where none is asked for.</summary>
    public virtual string? KeptNickname(string nickname) => null;

    public abstract Command Say(Actor me, string text);

    public abstract Command Leave(Actor me);

    /// <summary>A question that is answered behind all that was asked before; null where this door answers nothing.</summary>
    public virtual Command? Sync(Actor me, int number) => null;

    public virtual Command? Act(Actor me, string text) => null;

    public virtual Command? Whisper(Actor me, string to, string text) => null;

    public virtual Command? Rename(Actor me, string nickname) => null;

    public virtual Command? SetTopic(Actor me, string text) => null;

    public virtual Command? Enter(Actor me, string room) => null;

    /// <summary>Makes a room that one sits in already the one where one speaks.</summary>
    public virtual Command? Turn(Actor me, string room) => Enter(me, room);

    public virtual Command? Part(Actor me, string room) => null;

    public virtual Command? Kick(Actor me, string nickname, string reason) => null;

    /// <summary>Silences somebody in the room where one speaks.</summary>
    public virtual Command? Mute(Actor me, string nickname) => null;

    /// <summary>Has only invited people enter a room.</summary>
    public virtual Command? Close(Actor me, string room) => null;

    public virtual Command? Invite(Actor me, string nickname, string room) => null;

    /// <summary>Becomes an operator of the server.</summary>
    public virtual Command? BecomeOperator(Actor me) => null;

    /// <summary>Keeps an address, or people by <c>user@host</c>, out of the server.</summary>
    public virtual Command? Ban(Actor me, string whom, string reason) => null;

    /// <summary>Registers an account for one's nickname.</summary>
    public virtual Command? Register(Actor me, string password) => null;

    /// <summary>How this door shows it to <paramref name="me"/>, as a regular expression; null where it does not.</summary>
    public abstract string? Form(Sighting seen, Actor me);

    protected static string Exactly(string text) => Regex.Escape(text);

    protected static string OneLine(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? throw new InvalidOperationException("Through this door a line feed ends the message; let somebody over nul or json say that.")
        : text;
}
