using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Confab.Chat.Names;

namespace Confab.Server.Configuration.Values;

/// <summary>The name of a room; its # may be left out, because shells and their users trip over it.</summary>
internal sealed class Room : ValueKind<RoomName>
{
    public override string Expected => "a room name: # and 1 to 63 characters without spaces, commas and colons";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out RoomName value) => RoomName.TryParse(text, out value, out _);

    public override string Write(RoomName value) => value.Text;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = RoomName.MaxLength };
}
