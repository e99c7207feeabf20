using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary><c>('127.0.0.1', 60204): Hi\0</c>; line feeds are part of a message.</summary>
internal sealed class NulDoor : Door
{
    public override string Name => "nul";

    public override Task ArriveAsync(Actor me) => Task.CompletedTask;

    public override Command Say(Actor me, string text) => new(text + "\0");

    public override Command Leave(Actor me) => new("q\0");

    public override string? Form(Sighting seen, Actor me) => seen.Kind switch
    {
        SightKind.Message => Exactly($"{NameOf(seen.Who)}: {seen.Text}\0"),
        SightKind.Action => Exactly($"{NameOf(seen.Who)}: * {seen.Text}\0"),
        SightKind.Whisper => Exactly($"{NameOf(seen.Who)}: (private) {seen.Text}\0"),
        SightKind.Removal when seen.Whom == me.Nickname => Exactly($"Server: You were removed from {seen.Room} by {seen.Who.Nickname}: {seen.Text}\0"),
        SightKind.Silence => Exactly($"Server: You are muted in {seen.Room} (+b m:).\0"),
        _ => null,
    };

    private string NameOf(Voice who) => who.Dialect == Dialect ? $"('127.0.0.1', {who.Port})" : who.Nickname;
}
