using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>A person with <c>nc</c>.</summary>
internal sealed class TextDoor : Door
{
    private const string Stamp = @"\[\d\d\d\d-\d\d-\d\d \d\d:\d\d\] ";

    public override string Name => "text";

    public override bool Announces => true;

    public override bool ShowsHistory => true;

    public override string NicknameOf(string name, int port) => name;

    public override bool EndsWhenRemoved => false;

    public override string Greeting(Actor me) => $"{me.Nickname}\n";

    public override string KeptNickname(string nickname) => $@"\* {Exactly(nickname)} is kept for its owner[^\n]*\n";

    public override async Task ArriveAsync(Actor me)
    {
        await me.SendAsync(Greeting(me));
        await me.Inbox.TakeAsync(@"^\* Welcome to [^\n]+\n");
        await me.Inbox.TakeAsync($@"\* You are {Exactly(me.Nickname)} in #lobby\. \d+ here: [^\n]+ /help lists the commands\.\n");
    }

    public override Command? Sync(Actor me, int number) => new($"/ping {number}.\n", $@"\* pong {number}\.\n");

    public override Command Say(Actor me, string text) => new((text.StartsWith('/') ? "/" : string.Empty) + OneLine(text) + "\n");

    public override Command? Act(Actor me, string text) => new($"/me {text}\n");

    public override Command? Whisper(Actor me, string to, string text) => new(
        $"/msg {to} {text}\n", $@"\(private to [^\n]+\) <{Exactly(me.Nickname)}> {Exactly(text)}\n", IsAnswerOptional: true);

    public override Command? Rename(Actor me, string nickname) => new($"/nick {nickname}\n", $@"\* You are now {Exactly(nickname)}\.\n");

    public override Command? SetTopic(Actor me, string text) => new($"/topic {text}\n", @"\* The topic is set\.\n");

    public override Command? Enter(Actor me, string room) =>
        new($"/join {room}\n", $@"\* You are in {Exactly(room)}, and speak there\. \d+ here: [^\n]+\n(\* Topic: [^\n]+\n)?");

    public override Command? Part(Actor me, string room) => new($"/part {room}\n", $@"\* You left {Exactly(room)}[ .][^\n]*\n");

    public override Command? Kick(Actor me, string nickname, string reason) =>
        new($"/kick {nickname} {reason}\n", $@"\* {Exactly(nickname)} was removed from [^\n]+\.\n");

    public override Command Leave(Actor me) => new("/quit\n", @"\* Goodbye\.\n");

    public override string? Form(Sighting seen, Actor me)
    {
        var room = seen.Room == Lobby || seen.Past ? string.Empty : $"{seen.Room} ";
        var front = (seen.Past ? Stamp : string.Empty) + Exactly(room);
        var who = Exactly(seen.Who.Nickname);
        return seen.Kind switch
        {
            SightKind.Message => string.Concat(seen.Text.Split('\n').Select(line => $@"{front}<{who}> {Exactly(line)}\n")),
            SightKind.Action => $@"{front}\* {who} {Exactly(seen.Text)}\n",
            SightKind.Whisper => $@"\(private\) <{who}> {Exactly(seen.Text)}\n",
            SightKind.Join => $@"{front}\* {who} joined\n",
            SightKind.Leave => $@"{front}\* {who} left( \([^\n]+\))?\n",
            SightKind.Rename => $@"\* {who} is now {Exactly(seen.Text)}\n",
            SightKind.Topic => $@"{front}\* {who} set the topic: {Exactly(seen.Text)}\n",
            SightKind.Nobody => $@"\* Nobody here is called '{Exactly(seen.Text)}'\. [^\n]+\n",
            SightKind.Removal when seen.Whom == me.Nickname => $@"\* You were removed from {Exactly(seen.Room)} by {who}: {Exactly(seen.Text)}\.\n",
            SightKind.Removal => $@"{front}\* {Exactly(seen.Whom)} was removed by {who} \({Exactly(seen.Text)}\)\n",
            SightKind.Invitation => $@"\* {who} invites you to {Exactly(seen.Room)}\. [^\n]+\n",
            SightKind.Silence => $@"\* You are muted in {Exactly(seen.Room)}[^\n]+\n",
            SightKind.Locked => $@"\* Only who is invited may enter {Exactly(seen.Room)}[^\n]+\n",
            _ => null,
        };
    }
}
