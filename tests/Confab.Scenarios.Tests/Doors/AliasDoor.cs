using System.Text;
using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary><c>tom: hello</c>; a historic client gets ASCII only.</summary>
internal sealed class AliasDoor(bool lines) : UnframedDoor(lines)
{
    public override string Dialect => "alias";

    public override bool Announces => true;

    public override bool Echoes => true;

    protected override string PrivateMark => string.Empty;

    public override string NicknameOf(string name, int port) => name;

    public override string Greeting(Actor me) => me.Nickname + End;

    public override string KeptNickname(string nickname) => @"That alias is in use or not possible here\. You are [^.]+\.";

    public override async Task ArriveAsync(Actor me)
    {
        await me.Inbox.TakeAsync("^NICK");
        await me.SendAsync(Greeting(me));
        await me.Inbox.TakeAsync($"{Exactly(me.Nickname)} joined!{End}");
        await me.Inbox.TakeAsync($"Connected to server!{End}");
    }

    // Two messages of a historic client, one right behind the other, may arrive as one: it cannot ask behind what it said.
    public override Command? Sync(Actor me, int number) => Lines ? new($"/sync{End}", $"Unknown command\\. /help lists the commands\\.{End}") : null;

    public override Command Say(Actor me, string text) => new(Front(me) + OneLine(text) + End);

    public override Command? Whisper(Actor me, string to, string text) => new($"{Front(me)}/dm {to} {text}{End}");

    public override Command Leave(Actor me) => new(Front(me) + "/quit" + End);

    public override string? Form(Sighting seen, Actor me) => seen.Kind switch
    {
        SightKind.Join => Exactly($"{seen.Who.Nickname} joined!{End}"),
        SightKind.Leave => Exactly($"{seen.Who.Nickname} left!{End}"),
        SightKind.Rename => Exactly($"{seen.Who.Nickname} is now {seen.Text}{End}"),
        SightKind.Removal when seen.Whom != me.Nickname => Exactly($"{seen.Whom} left!{End}"),
        SightKind.Nobody => Exactly($"The client you are trying to chat with is not in the server{End}"),
        _ => base.Form(seen, me),
    };

    protected override string Line(Voice who, string mark, string text) => $"{who.Nickname}: {mark}{(Lines ? text : Masked(text))}";

    protected override string Told(string text) => text;

    private static string Masked(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii ? rune : new Rune('?')));

    // The historic client puts its name in front of all it says; nobody with nc does.
    private string Front(Actor me) => Lines ? string.Empty : $"{me.Nickname}: ";
}
