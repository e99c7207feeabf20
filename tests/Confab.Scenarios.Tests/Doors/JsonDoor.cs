using System.Buffers;
using System.Text;
using Confab.Protocols.Json;
using Confab.Scenarios.Tests.Cast;

namespace Confab.Scenarios.Tests.Doors;

/// <summary>A program that speaks json, and asks for what it missed whenever it joins a room.</summary>
internal sealed class JsonDoor : Door
{
    private const string Ok = """\{"type":"ok","label":"ok"\}\n""";
    private const string Sent = """\{"type":"sent","label":"sent"[^\n]*\n""";

    public static JsonDoor Instance { get; } = new();

    public override string Name => "json";

    public override bool Announces => true;

    public override bool ShowsHistory => true;

    public override string NicknameOf(string name, int port) => name;

    public override bool EndsWhenRemoved => false;

    public override string Greeting(Actor me) => Line(new JsonCommand { Type = JsonTypes.Hello, Nick = me.Nickname });

    public override string KeptNickname(string nickname) => """\{"type":"error"[^\n]*"code":"nickname-in-use"[^\n]*\n""";

    public override async Task ArriveAsync(Actor me)
    {
        await me.SendAsync(Greeting(me));
        await me.Inbox.TakeAsync("""^\{"type":"welcome"[^\n]*\n""");
        await me.DoAsync(Enter(me, Lobby)!);
    }

    public override Command? Sync(Actor me, int number) =>
        new($$"""{"type":"ping","label":"p{{number}}"}""" + "\n", $$"""\{"type":"pong","label":"p{{number}}"\}\n""");

    public override Command Say(Actor me, string text) =>
        new(Line(new JsonCommand { Type = JsonTypes.Say, Room = me.Rooms[^1], Text = text, Label = "sent" }), Sent);

    public override Command? Act(Actor me, string text) =>
        new(Line(new JsonCommand { Type = JsonTypes.Say, Room = me.Rooms[^1], Text = text, Kind = JsonKinds.Action, Label = "sent" }), Sent);

    public override Command? Whisper(Actor me, string to, string text) =>
        new(Line(new JsonCommand { Type = JsonTypes.Tell, To = to, Text = text, Label = "ok" }), Ok, IsAnswerOptional: true);

    public override Command? Rename(Actor me, string nickname) => new(Line(new JsonCommand { Type = JsonTypes.Nick, Nick = nickname, Label = "ok" }), Ok);

    public override Command? SetTopic(Actor me, string text) =>
        new(Line(new JsonCommand { Type = JsonTypes.Topic, Room = me.Rooms[^1], Text = text, Label = "sent" }), Sent);

    public override Command? Enter(Actor me, string room) => new(
        Line(new JsonCommand { Type = JsonTypes.Join, Room = room, Since = 0, Label = "in" }), """\{"type":"joined","label":"in"[^\n]*\n""");

    public override Command? Part(Actor me, string room) => new(Line(new JsonCommand { Type = JsonTypes.Part, Room = room, Label = "ok" }), Ok);

    public override Command? Kick(Actor me, string nickname, string reason) =>
        new(Line(new JsonCommand { Type = JsonTypes.Kick, Room = me.Rooms[^1], Nick = nickname, Reason = reason, Label = "ok" }), Ok);

    public override Command Leave(Actor me) => new(Line(new JsonCommand { Type = JsonTypes.Quit }), """\{"type":"bye"[^\n]*\n""");

    public override string? Form(Sighting seen, Actor me)
    {
        var who = seen.Who.Nickname;
        return seen.Kind switch
        {
            SightKind.Message => Pattern(Entry(seen, JsonKinds.Message)),
            SightKind.Action => Pattern(Entry(seen, JsonKinds.Action)),
            SightKind.Topic when seen.Past => Pattern(Entry(seen, JsonKinds.Topic)),
            SightKind.Topic => Pattern(Numbered(new JsonEvent { Type = JsonTypes.Topic, Room = seen.Room, By = who, Text = seen.Text })),
            SightKind.Whisper => Pattern(new JsonEvent
            {
                Type = JsonTypes.Private,
                From = who,
                To = me.Nickname,
                Text = seen.Text,
                Time = "T",
                Kind = JsonKinds.Message,
            }),
            SightKind.Join => Pattern(new JsonEvent { Type = JsonTypes.Join, Room = seen.Room, Nick = who }),
            SightKind.Leave => Pattern(new JsonEvent { Type = JsonTypes.Part, Room = seen.Room, Nick = who })
                .Replace(@"\}\n", """(,"reason":"[^"\n]*")?\}\n""", StringComparison.Ordinal),
            SightKind.Rename => Pattern(new JsonEvent { Type = JsonTypes.Rename, From = who, To = seen.Text }),
            SightKind.Nobody => """\{"type":"error","label":"ok",[^\n]*"code":"recipient-unknown"[^\n]*\n""",
            SightKind.Removal => Pattern(new JsonEvent { Type = JsonTypes.Kick, Room = seen.Room, Nick = seen.Whom, By = who, Reason = seen.Text }),
            SightKind.Invitation => Pattern(new JsonEvent { Type = JsonTypes.Notice, Text = $"{who} invites you to {seen.Room}." }),
            SightKind.Silence => $$"""\{"type":"error"[^\n]*"text":"You are muted in {{seen.Room}}[^\n]*\n""",
            SightKind.Locked => $$"""\{"type":"error"[^\n]*"text":"Only who is invited may enter {{seen.Room}}[^\n]*\n""",
            _ => null,
        };
    }

    private static JsonEvent Entry(Sighting seen, string kind) => Numbered(new JsonEvent
    {
        Type = JsonTypes.Message,
        Room = seen.Room,
        From = seen.Who.Nickname,
        Text = seen.Text,
        Kind = kind,
    });

    private static JsonEvent Numbered(JsonEvent entry) => entry with { Number = 0, Id = "I", Time = "T" };

    private static string Line(JsonCommand command)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonCommand.Write(output, command);
        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\n') + "\n";
    }

    private static string Pattern(JsonEvent expected)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonEvent.Write(output, expected);
        return Exactly(Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\n'))
            .Replace("\"number\":0", "\"number\":\\d+", StringComparison.Ordinal)
            .Replace("\"id\":\"I\"", "\"id\":\"[0-9a-f]{32}\"", StringComparison.Ordinal)
            .Replace("\"time\":\"T\"", "\"time\":\"[^\"]+Z\"", StringComparison.Ordinal)
            .Replace("}", @"\}", StringComparison.Ordinal)
            .Replace(@"[0-9a-f]{32\}", "[0-9a-f]{32}", StringComparison.Ordinal) + @"\n";
    }
}
