using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>
/// A door without framing, in one of its two ways: a historic client, which sends no line feed and is sent none, or somebody with <c>nc</c>, who
/// sends lines and gets lines.
/// </summary>
/// <param name="lines">True for the second way; its name in stories ends so.</param>
internal abstract class UnframedDoor(bool lines) : Door
{
    public bool Lines => lines;

    /// <summary>What ends a message, in both directions.</summary>
    protected string End => lines ? "\n" : string.Empty;

    public override string Name => lines ? $"{Dialect}-lines" : Dialect;

    public abstract override string Dialect { get; }

    // An empty line says nothing to anybody, and makes the session one that speaks in lines.
    public override string Greeting(Actor me) => End;

    public override Task ArriveAsync(Actor me) => me.SendAsync(Greeting(me));

    public override Command Say(Actor me, string text) => new(OneLine(text) + End);

    public override string? Form(Sighting seen, Actor me) => seen.Kind switch
    {
        SightKind.Message => Each(seen, string.Empty, string.Empty),
        SightKind.Action => Each(seen, string.Empty, "* "),
        SightKind.Whisper => Each(seen, PrivateMark, string.Empty),
        SightKind.Removal when seen.Whom == me.Nickname =>
            Exactly(Told($"You were removed from {seen.Room} by {seen.Who.Nickname}: {seen.Text}") + End),
        SightKind.Silence => Exactly(Told($"You are muted in {seen.Room} (+b m:).") + End),
        _ => null,
    };

    /// <summary>How a private message is told from others.</summary>
    protected virtual string PrivateMark => "(private) ";

    /// <summary>One message as this door shows it, without its end.</summary>
    protected abstract string Line(Voice who, string mark, string text);

    /// <summary>What the server tells somebody, without its end.</summary>
    protected virtual string Told(string text) => Line(new Voice("Server", "server", 0), string.Empty, text);

    private string Each(Sighting seen, string before, string mark) =>
        string.Concat(seen.Text.Split('\n').Select(line => Exactly(Line(seen.Who, before + mark, line) + End)));
}
