using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>
/// What the clients of the classic doors have in common: they sit in the one room from their connecting on, and what they are shown
/// are prefixes and texts.
/// </summary>
internal abstract class ClassicClient(SimulatedWorld world, int index, string protocol) : SimulatedClient(world, index, protocol)
{
    private const string Lobby = "#lobby";

    protected override void Greet()
    {
        // The protocol does not say when the join is; it is not before now.
        Visit!.IsSignedOn = true;
        Visit.Nickname = Visit.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Visit.Rooms.Add(Lobby, new RoomWatch(Ledger, Lobby, Visit, Ledger.Last(Lobby), isExact: false));
    }

    /// <summary>Some lines of an entry were shown.</summary>
    protected void Saw(Entry entry, int line, int count, string prefix)
    {
        if (!prefix.EndsWith(Prefix.Of(Visit!.Door, entry), StringComparison.Ordinal) && !IsTransliterated(entry, prefix))
        {
            throw new PromiseBroken($"{Visit} was shown '{prefix}' before {entry} of {entry.Author}.");
        }

        if (!Visit.Rooms.TryGetValue(entry.Room, out var watch))
        {
            throw new PromiseBroken($"{Visit} was shown {entry} of a room that it is not in.");
        }

        watch.Saw(entry, line, count);
        World.Saw(entry);
    }

    protected void HeardWhisper(Whisper whisper, int line, int count, string prefix)
    {
        if (!prefix.EndsWith(": ", StringComparison.Ordinal) && !prefix.EndsWith("(private) ", StringComparison.Ordinal))
        {
            throw new PromiseBroken($"{Visit} was shown '{prefix}' before a whisper of {whisper.From}.");
        }

        whisper.HeardBy(Visit!, line, count);
        World.Tally.Count(Corner.WhisperHeard);
    }

    // The alias door shows other names for nicknames that are not ASCII.
    private bool IsTransliterated(Entry entry, string prefix) =>
        Visit!.Door == "alias"
        && !System.Text.Ascii.IsValid(entry.Author)
        && prefix.EndsWith(entry.Kind == Chat.Messages.MessageKind.Action ? ": * " : ": ", StringComparison.Ordinal);
}
