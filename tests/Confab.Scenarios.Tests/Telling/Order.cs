using System.Net;
using System.Text.RegularExpressions;
using Confab.Scenarios.Tests.Cast;
using Confab.Scenarios.Tests.Doors;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>What a story can say of those who keep order, and of those who are kept out.</summary>
internal static class Order
{
    /// <summary>Has somebody do what changes nothing that others see.</summary>
    public static Task DoAsync(Actor actor, string deed, Func<Door, Command?> command) =>
        actor.DoAsync(Stage.Possible(command(actor.Door), actor, deed));

    public static async Task KickAsync(Stage stage, Actor actor, string whom, string reason)
    {
        var victim = stage.Find(whom);
        var removal = new Sighting(SightKind.Removal, actor.Rooms[^1], actor.Voice, reason) { Whom = victim.Nickname };
        await DoAsync(actor, "remove anybody", door => door.Kick(actor, victim.Nickname, reason));

        // Told before anything else: some doors have nothing more to say to them, ever.
        await victim.Inbox.TakeAsync(victim.Door.Form(removal, victim)!);
        stage.AllowOthers(victim, removal);
        victim.Rooms.Remove(removal.Room);
        if (victim.Door.EndsWhenRemoved)
        {
            await victim.Inbox.EndAsync();
            await stage.GoneAsync(whom, victim);
        }
    }

    /// <summary>Silences somebody. Programs that keep lists are told.</summary>
    public static async Task MuteAsync(Stage stage, Actor actor, Actor other)
    {
        await DoAsync(actor, "mute anybody", door => door.Mute(actor, other.Nickname));
        stage.AllowOthers(actor, new Sighting(SightKind.Mute, actor.Rooms[^1], actor.Voice) { Whom = other.Nickname });
    }

    /// <summary>Has somebody say what they are not let say.</summary>
    public static async Task TryToSayAsync(Actor actor, string text)
    {
        var command = actor.Door.Say(actor, text);
        await actor.SendAsync(command.Bytes);
        await actor.Inbox.TakeAsync(actor.Door.Form(new Sighting(SightKind.Silence, actor.Rooms[^1], actor.Voice), actor)!);
    }

    /// <summary>Has somebody ask for a room that is closed to them.</summary>
    public static async Task TryToEnterAsync(Actor actor, string room)
    {
        var locked = actor.Door.Form(new Sighting(SightKind.Locked, room, actor.Voice), actor)!;
        await actor.SendAsync(Stage.Possible(actor.Door.Enter(actor, room), actor, "enter rooms").Bytes);
        await actor.Inbox.TakeAsync(locked);
    }

    /// <summary>Bans an address, or people. Whoever is there and meant is sent away.</summary>
    public static async Task BanAsync(Stage stage, Actor actor, string whom, string who)
    {
        var victim = stage.Find(who);
        await DoAsync(actor, "keep addresses out", door => door.Ban(actor, whom, "enough"));
        await victim.Inbox.EndAsync();
        await stage.GoneAsync(who, victim);
    }

    /// <summary>Somebody comes from an address, and is told that it is kept out.</summary>
    public static async Task IsTurnedAwayAsync(Stage stage, Match step)
    {
        var door = DoorCatalog.Find(step.Groups["door"].Value)!;
        await using var actor = await Actor.ConnectAsync(stage.Server, door, step.Groups["who"].Value, IPAddress.Parse(step.Groups["address"].Value));
        if (door.Greeting(actor) is { Length: > 0 } greeting)
        {
            await actor.SendAsync(greeting);
        }

        await actor.Inbox.AwaitAsync("You are banned from this server: enough");
        await actor.Inbox.EndAsync();
    }

    /// <summary>Somebody comes with a nickname that an account keeps, and is not given it.</summary>
    public static async Task IsRefusedAsync(Stage stage, Match step)
    {
        var door = DoorCatalog.Find(step.Groups["door"].Value)!;
        await using var actor = await Actor.ConnectAsync(stage.Server, door, step.Groups["who"].Value);
        var kept = door.KeptNickname(actor.Nickname)
            ?? throw new InvalidOperationException($"The door '{door.Name}' asks nobody for a nickname.");
        await actor.SendAsync(door.Greeting(actor));
        await actor.Inbox.TakeAsync(kept);
    }
}
