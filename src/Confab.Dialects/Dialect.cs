namespace Confab.Dialects;

/// <summary>A protocol as a door speaks it: makes the conversation of each session.</summary>
public abstract class Dialect
{
    /// <summary>The name in configuration and lists, such as <c>relay</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The TCP port where this dialect has always been.</summary>
    public abstract int DefaultPort { get; }

    /// <summary>One line that tells a person how to join, given the address of the door.</summary>
    public abstract string HowToJoin(string host, int port);

    /// <summary>
    /// What a client of this dialect sends that comes in under a nickname, enters a room and says something there; for playing that through before
    /// anybody has come. Empty for a dialect whose visits are not worth it.
    /// </summary>
    /// <param name="nickname">A valid nickname of ASCII letters and digits.</param>
    /// <param name="room">The room, with its <c>#</c>; ASCII.</param>
    public virtual byte[] Visit(string nickname, string room) => [];

    /// <summary>Makes the conversation of one new session.</summary>
    public abstract DialectSession CreateSession();
}
