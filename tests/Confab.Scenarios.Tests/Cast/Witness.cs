using System.Globalization;
using Confab.Scenarios.Tests.Doors;
using Confab.Testing.Sockets;

namespace Confab.Scenarios.Tests.Cast;

/// <summary>
/// A program in the room that no story knows of. It sees that the deeds of those are done whose doors answer nothing, and it whispers to somebody
/// to learn that all that was sent to them before has come: no step ever waits for time.
/// </summary>
internal sealed class Witness : IAsyncDisposable
{
    private const string Name = "witness";

    private readonly Actor _actor;
    private int _lastQuestion;

    private Witness(Actor actor) => _actor = actor;

    public static async Task<Witness> EnterAsync(SocketServer server)
    {
        var actor = await Actor.ConnectAsync(server, JsonDoor.Instance, Name);
        await actor.Door.ArriveAsync(actor);
        return new Witness(actor);
    }

    /// <summary>Waits until the room has heard somebody say something.</summary>
    public async Task HeardAsync(Sighting said) => await _actor.Inbox.TakeAsync(JsonDoor.Instance.Form(said, _actor)!);

    /// <summary>Asks who is there until somebody is, or is not.</summary>
    public async Task FindAsync(string nickname, bool present)
    {
        string members;
        do
        {
            var label = (++_lastQuestion).ToString(CultureInfo.InvariantCulture);
            await _actor.SendAsync($$"""{"type":"who","room":"#lobby","label":"w{{label}}"}""" + "\n");
            members = await _actor.Inbox.TakeAsync($$"""\{"type":"members","label":"w{{label}}"[^\n]*\n""");
        }
        while (members.Contains($"\"nick\":\"{nickname}\"", StringComparison.Ordinal) != present);
    }

    /// <summary>Returns when everything that was sent to somebody before has come.</summary>
    public async Task CatchUpAsync(Actor other) => await other.Inbox.TakeAsync(other.Door.Form(await WhisperAsync(other), other)!);

    /// <summary>Returns when the door has noticed that somebody speaks in lines, and answers in lines.</summary>
    public async Task SpeaksInLinesAsync(Actor other)
    {
        string came;
        do
        {
            var whole = other.Door.Form(await WhisperAsync(other), other)!;
            came = await other.Inbox.TakeAsync($"{whole[..whole.LastIndexOf('.')]}.\n?");
        }
        while (!came.EndsWith('\n'));
    }

    public ValueTask DisposeAsync() => _actor.DisposeAsync();

    private async Task<Sighting> WhisperAsync(Actor other)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"so far {++_lastQuestion}.");
        await _actor.DoAsync(_actor.Door.Whisper(_actor, other.Nickname, token)!);
        return new Sighting(SightKind.Whisper, Door.Lobby, _actor.Voice, token);
    }
}
