using Confab.Client.Connections;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>The commands of the json protocol on their way.</summary>
internal sealed class CommandLane(int capacity, int window) : Lane<JsonCommand, JsonEvent>(capacity, window)
{
    /// <summary>Whether such a message was sent on an earlier connection and never acknowledged.</summary>
    public bool Owes(string? room, string? text) => Owes(command => command.Type == JsonTypes.Say
        && string.Equals(command.Room, room, StringComparison.OrdinalIgnoreCase) && command.Text == text);

    private protected override bool NeedsKey(JsonCommand command) => command.Type == JsonTypes.Say;

    private protected override JsonCommand Stamp(JsonCommand command, string label, long key) =>
        command with { Label = label, Key = NeedsKey(command) ? key : null };

    private protected override string NameOf(JsonCommand command) => command.Type;
}
