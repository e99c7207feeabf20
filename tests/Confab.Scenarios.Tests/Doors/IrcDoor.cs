using System.Text;
using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>
/// An IRC client, in one of two ways: a new one, which agrees on tags, labels and echoes and asks for history itself, and the oldest one, which says
/// <c>NICK</c> and <c>USER</c> and no more.
/// </summary>
/// <param name="modern">True for the first way.</param>
internal sealed class IrcDoor(bool modern) : Door
{
    // So long a text may come in several lines, broken between words.
    private const int WholeBytes = 300;

    private const string Capabilities = "batch cap-notify draft/chathistory echo-message labeled-response message-tags server-time";
    private const string Tags = @"(?:@[^ \r\n]+ )?";
    private const string Line = @"[^\r\n]*\r\n";
    private const string OperatorName = "keeper";
    private const string OperatorPassword = "tea-cosy";

    public override string Name => modern ? "irc" : "irc-plain";

    public override string Dialect => "irc";

    public override bool Announces => true;

    public override bool ShowsHistory => true;

    public override bool ShowsEverybody => true;

    public override string? Framing => $@"{Tags}:[^ \r\n]+ BATCH {Line}";

    public override bool EndsWhenRemoved => false;

    /// <summary>Who may become an operator of a story's server.</summary>
    public static IReadOnlyDictionary<string, string> Operators { get; } = new Dictionary<string, string> { [OperatorName] = OperatorPassword };

    public override string NicknameOf(string name, int port) => name;

    public override async Task ArriveAsync(Actor me)
    {
        await me.SendAsync(Greeting(me));
        await me.Inbox.TakeAsync($@"^(?:{Line})*?:[^ \r\n]+ 422 {Line}");
        await me.DoAsync(Enter(me, Lobby)!);
    }

    public override string Greeting(Actor me) => (modern ? $"CAP LS 302\r\nCAP REQ :{Capabilities}\r\n" : "")
        + $"NICK {me.Nickname}\r\nUSER {me.Nickname} 0 * :{me.Nickname}\r\n" + (modern ? "CAP END\r\n" : "");

    public override string KeptNickname(string nickname) => $@" 433 [^ \r\n]+ {Exactly(nickname)} :";

    public override Command? Sync(Actor me, int number) => new($"PING s{number}.\r\n", $@"{Tags}:[^ \r\n]+ PONG [^ \r\n]+ :?s{number}\.\r\n");

    public override Command Say(Actor me, string text) => Tell(me, me.Rooms[^1], OneLine(text));

    public override Command? Act(Actor me, string text) => Tell(me, me.Rooms[^1], $"\u0001ACTION {text}\u0001");

    public override Command? Whisper(Actor me, string to, string text) => Tell(me, to, OneLine(text)) with { IsAnswerOptional = true };

    public override Command? Rename(Actor me, string nickname) => new($"NICK {nickname}\r\n", $@"{Of(me.Nickname)}NICK :?{Exactly(nickname)}\r\n");

    public override Command? SetTopic(Actor me, string text) =>
        new($"TOPIC {me.Rooms[^1]} :{text}\r\n", $@"{Of(me.Nickname)}TOPIC {me.Rooms[^1]} :{Exactly(text)}\r\n");

    public override Command? Enter(Actor me, string room) => new(
        $"JOIN {room}\r\n" + (modern ? $"CHATHISTORY LATEST {room} * 100\r\n" : ""),
        $@"{Of(me.Nickname)}JOIN {Exactly(room)}\r\n(?:{Tags}:[^ \r\n]+ (?:332|333|353) {Line})*{Tags}:[^ \r\n]+ 366 {Line}");

    // Sitting there already, one only names the room.
    public override Command? Turn(Actor me, string room) => new(string.Empty);

    public override Command? Part(Actor me, string room) => new($"PART {room}\r\n", $@"{Of(me.Nickname)}PART {Exactly(room)}\r\n");

    public override Command Leave(Actor me) => new("QUIT\r\n", "ERROR :" + Line);

    public override Command? Kick(Actor me, string nickname, string reason) => new(
        $"KICK {me.Rooms[^1]} {nickname} :{reason}\r\n", $@"{Of(me.Nickname)}KICK {Exactly(me.Rooms[^1])} {Exactly(nickname)} :{Exactly(reason)}\r\n");

    public override Command? Mute(Actor me, string nickname) =>
        new($"MODE {me.Rooms[^1]} +b m:{nickname}!*@*\r\n", $@"{Of(me.Nickname)}MODE {Exactly(me.Rooms[^1])} \+b :?{Line}");

    public override Command? Close(Actor me, string room) => new($"MODE {room} +i\r\n", $@"{Of(me.Nickname)}MODE {Exactly(room)} :?\+i\r\n");

    public override Command? Invite(Actor me, string nickname, string room) =>
        new($"INVITE {nickname} {room}\r\n", $@"{Tags}:[^ \r\n]+ 341 {Exactly($"{me.Nickname} {nickname}")} :?{Exactly(room)}\r\n");

    public override Command? BecomeOperator(Actor me) =>
        new($"OPER {OperatorName} {OperatorPassword}\r\n", $@"{Tags}:[^ \r\n]+ 381 {Line}{Of(me.Nickname)}MODE {Exactly(me.Nickname)} :?\+o\r\n");

    public override Command? Ban(Actor me, string whom, string reason)
    {
        var command = whom.Contains('@', StringComparison.Ordinal) ? "KLINE" : "DLINE";
        return new($"{command} {whom} :{reason}\r\n", $@"{Tags}:[^ \r\n]+ NOTICE {Exactly(me.Nickname)} :{command}: {Exactly(whom)}{Line}");
    }

    public override Command? Register(Actor me, string password) =>
        new($"NICKSERV REGISTER {password}\r\n", $@"(?:{Tags}:[^ \r\n]+ 900 {Line})?{Tags}:NickServ![^ \r\n]+ NOTICE {Line}(?:{Tags}:[^ \r\n]+ 900 {Line})?");

    public override string? Form(Sighting seen, Actor me)
    {
        var who = Of(seen.Who.Nickname);
        var room = Exactly(seen.Room);
        return seen.Kind switch
        {
            SightKind.Message => Lines(seen, room, ""),
            SightKind.Action => Lines(seen, room, "ACTION "),
            SightKind.Whisper => $@"{who}PRIVMSG {Exactly(me.Nickname)} :{Exactly(seen.Text)}\r\n",
            SightKind.Topic when !seen.Past => $@"{who}TOPIC {room} :{Exactly(seen.Text)}\r\n",
            SightKind.Join => $@"{who}JOIN {room}\r\n",
            SightKind.Leave => $@"{who}(?:QUIT|PART {room})(?: :{Line}|\r\n)",
            SightKind.Rename => $@"{who}NICK :?{Exactly(seen.Text)}\r\n",
            SightKind.Nobody => $@"{Tags}:[^ \r\n]+ 401 {Exactly(me.Nickname)} {Exactly(seen.Text)} {Line}",
            SightKind.Removal => $@"{who}KICK {room} {Exactly(seen.Whom)} :{Exactly(seen.Text)}\r\n",
            SightKind.Invitation => $@"{who}INVITE {Exactly(me.Nickname)} :?{room}\r\n",
            SightKind.Silence => $@"{Tags}:[^ \r\n]+ 404 {Exactly(me.Nickname)} {room} :You are muted{Line}",
            SightKind.Mute => $@"{who}MODE {room} \+b :?m:{Exactly(seen.Whom)}!\*@\*\r\n",

            // The new client asks for the history at once, and is not given that either.
            SightKind.Locked => $@"{Tags}:[^ \r\n]+ 473 {Exactly(me.Nickname)} {room} {Line}" + (modern ? $@"{Tags}:[^ \r\n]+ FAIL CHATHISTORY INVALID_TARGET {Line}" : ""),
            _ => null,
        };
    }

    private static string Of(string nickname) => $@"{Tags}:{Exactly(nickname)}![^ @\r\n]+@[^ \r\n]+ ";

    // What is said through the new client comes back with its label once it is committed; that is no news to anybody.
    private Command Tell(Actor me, string target, string text) => modern
        ? new($"@label=said PRIVMSG {target} :{text}\r\n", $@"@label=said[^ \r\n]* :{Exactly(me.Nickname)}![^ \r\n]+ PRIVMSG {Exactly(target)} :{Exactly(text)}\r\n")
        : new($"PRIVMSG {target} :{text}\r\n");

    private string Lines(Sighting seen, string room, string front)
    {
        var begin = $"{Of(seen.Who.Nickname)}PRIVMSG {room} :{(front.Length > 0 ? @"\u0001" + front : "")}{(seen.Past && !modern ? @"\[\d\d:\d\d\] " : "")}";
        var end = $@"{(front.Length > 0 ? @"\u0001" : "")}\r\n";
        return string.Concat(seen.Text.Split('\n').Select(line => begin + Broken(line.Length == 0 ? " " : line, end + begin) + end));
    }

    private static string Broken(string line, string between) => Encoding.UTF8.GetByteCount(line) <= WholeBytes
        ? Exactly(line)
        : string.Join($"{Exactly(" ")}(?:{between})?", line.Split(' ').Select(Exactly));
}
