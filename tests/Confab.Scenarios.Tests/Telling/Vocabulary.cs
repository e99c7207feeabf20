using System.Net;
using System.Text.RegularExpressions;
using Confab.Scenarios.Tests.Cast;
using Confab.Scenarios.Tests.Doors;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>What a story can say, as a table.</summary>
internal static class Vocabulary
{
    private const string Who = "(?<who>[^ ]+)";
    private const string Other = "(?<other>[^ ]+)";
    private const string Room = "(?<room>#[^ ]+)";

    private static readonly Phrase[] _phrases =
    [
        Say("NAME over DOOR joins", $"{Who} over (?<door>[^ ]+) joins", JoinAsync),
        Say("NAME joins #ROOM", $"{Who} joins {Room}", (stage, step) => stage.EnterAsync(stage.Find(In(step, "who")), In(step, "room"))),
        Say("NAME leaves #ROOM", $"{Who} leaves {Room}", (stage, step) => stage.PartAsync(stage.Find(In(step, "who")), In(step, "room"))),
        Say("NAME leaves", $"{Who} leaves", (stage, step) => stage.LeaveAsync(In(step, "who"), vanish: false)),
        Say("NAME vanishes", $"{Who} vanishes", (stage, step) => stage.LeaveAsync(In(step, "who"), vanish: true)),
        Say("NAME is now called NICKNAME", $"{Who} is now called {Other}", (stage, step) => stage.RenameAsync(In(step, "who"), In(step, "other"))),
        Say("NAME says [in #ROOM] \"text\" [N times]", $"{Who} says( in {Room})? {Quotation.Shape}", (stage, step) => TellAsync(stage, step, SightKind.Message)),
        Say("NAME does [in #ROOM] \"text\"", $"{Who} does( in {Room})? {Quotation.Shape}", (stage, step) => TellAsync(stage, step, SightKind.Action)),
        Say("NAME sets the topic [in #ROOM] \"text\"", $"{Who} sets the topic( in {Room})? {Quotation.Shape}", (stage, step) => TellAsync(stage, step, SightKind.Topic)),
        Say("NAME whispers OTHER \"text\"", $"{Who} whispers {Other} {Quotation.Shape}", (stage, step) =>
            stage.WhisperAsync(stage.Find(In(step, "who")), In(step, "other"), Quotation.Of(step))),
        Say("NAME sees nothing more", $"{Who} sees nothing more", SeeNothingAsync),
        Say("NAME sees [in #ROOM] OTHER join", $"{Who} sees( in {Room})? {Other} join", (stage, step) => SeeAsync(stage, step, SightKind.Join)),
        Say("NAME sees [in #ROOM] OTHER leave", $"{Who} sees( in {Room})? {Other} leave", (stage, step) => SeeAsync(stage, step, SightKind.Leave)),
        Say("NAME sees OTHER become NICKNAME", $"{Who} sees {Other} become (?<text>[^ ]+)", (stage, step) => SeeAsync(stage, step, SightKind.Rename)),
        Say("NAME sees whisper OTHER \"text\"", $"{Who} sees whisper {Other} {Quotation.Shape}", (stage, step) => SeeAsync(stage, step, SightKind.Whisper)),
        Say("NAME sees [history] [in #ROOM] OTHER set the topic \"text\"", $"{Who} sees(?<past> history)?( in {Room})? {Other} set the topic {Quotation.Shape}", (stage, step) => SeeAsync(stage, step, SightKind.Topic)),
        Say("NAME sees [history] [in #ROOM] OTHER do \"text\"", $"{Who} sees(?<past> history)?( in {Room})? {Other} do {Quotation.Shape}", (stage, step) => SeeAsync(stage, step, SightKind.Action)),
        Say("NAME sees [history] [in #ROOM] OTHER \"text\" [N times]", $"{Who} sees(?<past> history)?( in {Room})? {Other} {Quotation.Shape}", (stage, step) => SeeAsync(stage, step, SightKind.Message)),
        Say("NAME sees [in #ROOM] OTHER remove NICKNAME \"reason\"", $"{Who} sees( in {Room})? {Other} remove (?<whom>[^ ]+) {Quotation.Shape}", (stage, step) => SeeAsync(stage, step, SightKind.Removal)),
        Say("NAME sees OTHER invite them to #ROOM", $"{Who} sees {Other} invite them to {Room}", (stage, step) => SeeAsync(stage, step, SightKind.Invitation)),
        Say("NAME removes OTHER \"reason\"", $"{Who} removes {Other} {Quotation.Shape}", (stage, step) =>
            Order.KickAsync(stage, stage.Find(In(step, "who")), In(step, "other"), Quotation.Of(step))),
        Say("NAME mutes OTHER", $"{Who} mutes {Other}", (stage, step) => Order.MuteAsync(stage, stage.Find(In(step, "who")), stage.Find(In(step, "other")))),
        Say("NAME may not say \"text\"", $"{Who} may not say {Quotation.Shape}", (stage, step) => Order.TryToSayAsync(stage.Find(In(step, "who")), Quotation.Of(step))),
        Say("NAME closes #ROOM", $"{Who} closes {Room}", (stage, step) => OrderAsync(stage, step, "close rooms", (door, me) => door.Close(me, In(step, "room")))),
        Say("NAME may not join #ROOM", $"{Who} may not join {Room}", (stage, step) => Order.TryToEnterAsync(stage.Find(In(step, "who")), In(step, "room"))),
        Say("NAME invites OTHER to #ROOM", $"{Who} invites {Other} to {Room}", (stage, step) => OrderAsync(stage, step, "invite anybody", (door, me) => door.Invite(me, In(step, "other"), In(step, "room")))),
        Say("NAME becomes an operator of the server", $"{Who} becomes an operator of the server", (stage, step) => OrderAsync(stage, step, "become an operator", (door, me) => door.BecomeOperator(me))),
        Say("NAME registers an account", $"{Who} registers an account", (stage, step) => OrderAsync(stage, step, "register", (door, me) => door.Register(me, "milk-first-then-tea"))),
        Say("NAME over DOOR from ADDRESS joins", $"{Who} over (?<door>[^ ]+) from (?<address>[^ ]+) joins", JoinAsync),
        Say("NAME bans ADDRESS|USER@HOST and with it OTHER", $"{Who} bans (?<whom>[^ ]+) and with it {Other}", (stage, step) =>
            Order.BanAsync(stage, stage.Find(In(step, "who")), In(step, "whom"), In(step, "other"))),
        Say("NAME over DOOR from ADDRESS is turned away", $"{Who} over (?<door>[^ ]+) from (?<address>[^ ]+) is turned away", Order.IsTurnedAwayAsync),
        Say("NAME over DOOR is refused that nickname", $"{Who} over (?<door>[^ ]+) is refused that nickname", Order.IsRefusedAsync),
        Say("NAME is told that nobody is called NICKNAME", $"{Who} is told that nobody is called (?<text>[^ ]+)", BeToldAsync),
    ];

    public static IEnumerable<string> Usages => _phrases.Select(phrase => phrase.Usage);

    /// <summary>Plays one step.</summary>
    /// <exception cref="InvalidOperationException">It is no step, or it turned out differently.</exception>
    public static Task PlayAsync(Stage stage, string step)
    {
        var single = OneSpaceBetweenWords(step);
        foreach (var phrase in _phrases)
        {
            if (phrase.Shape.Match(single) is { Success: true } match)
            {
                return phrase.Play(stage, match);
            }
        }

        throw new InvalidOperationException($"This is no step. Steps are:\n  {string.Join("\n  ", Usages)}");
    }

    private static Phrase Say(string usage, string shape, Func<Stage, Match, Task> play) =>
        new(usage, new Regex($"^{shape}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), play);

    // Columns are made with spaces; within quotation marks they count.
    private static string OneSpaceBetweenWords(string step)
    {
        var quote = step.IndexOf('"', StringComparison.Ordinal);
        var words = quote < 0 ? step : step[..quote];
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + (quote < 0 ? string.Empty : $" {step[quote..]}");
    }

    private static string In(Match step, string group) => step.Groups[group].Value;

    private static string? RoomIn(Match step) => step.Groups["room"] is { Success: true, Value: var room } ? room : null;

    private static Task JoinAsync(Stage stage, Match step)
    {
        var door = DoorCatalog.Find(In(step, "door"))
            ?? throw new InvalidOperationException($"There is no door '{In(step, "door")}'. Doors are {string.Join(", ", DoorCatalog.Names)}.");
        return stage.JoinAsync(In(step, "who"), door, step.Groups["address"] is { Success: true, Value: var address } ? IPAddress.Parse(address) : null);
    }

    private static Task OrderAsync(Stage stage, Match step, string deed, Func<Door, Actor, Command?> command)
    {
        var actor = stage.Find(In(step, "who"));
        return Order.DoAsync(actor, deed, door => command(door, actor));
    }

    private static Task TellAsync(Stage stage, Match step, SightKind kind) =>
        stage.TellAsync(stage.Find(In(step, "who")), kind, RoomIn(step), Quotation.Of(step));

    private static Task SeeAsync(Stage stage, Match step, SightKind kind)
    {
        var who = stage.VoiceOf(In(step, "other"));
        var text = step.Groups["text"].Success ? Quotation.Of(step) : string.Empty;
        return SeeAsync(stage, step, new Sighting(kind, RoomIn(step) ?? Door.Lobby, who, text, step.Groups["past"].Success)
        {
            Whom = step.Groups["whom"] is { Success: true, Value: var whom } ? stage.VoiceOf(whom).Nickname : string.Empty,
        });
    }

    private static Task BeToldAsync(Stage stage, Match step) => SeeAsync(
        stage, step, new Sighting(SightKind.Nobody, Door.Lobby, stage.VoiceOf(In(step, "who")), In(step, "text")));

    private static async Task SeeAsync(Stage stage, Match step, Sighting sighting)
    {
        foreach (var (name, actor) in Subjects(stage, step, except: sighting.Who))
        {
            await stage.CatchUpAsync(actor);
            if (!actor.Sees(sighting))
            {
                throw new InvalidOperationException($"{name} does not see that next. What came next is: {Shown(actor)}");
            }
        }
    }

    private static async Task SeeNothingAsync(Stage stage, Match step)
    {
        foreach (var (name, actor) in Subjects(stage, step, except: null))
        {
            await stage.CatchUpAsync(actor);
            if (!actor.SeesNothing())
            {
                throw new InvalidOperationException($"{name} sees something more: {Shown(actor)}");
            }
        }
    }

    private static (string Name, Actor Actor)[] Subjects(Stage stage, Match step, Voice? except)
    {
        var who = In(step, "who");
        return who == "everybody"
            ? stage.Everybody.Where(actor => actor.Voice != except).Select(actor => ($"{actor.Nickname} over {actor.Door.Name}", actor)).ToArray()
            : [($"{who} over {stage.Find(who).Door.Name}", stage.Find(who))];
    }

    private static string Shown(Actor actor) => actor.Inbox.Text is { Length: > 0 } text
        ? $"'{text.Replace("\0", "\\0", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'"
        : "nothing";
}
