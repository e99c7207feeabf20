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

    /// <summary>Makes the conversation of one new session.</summary>
    public abstract DialectSession CreateSession();
}
