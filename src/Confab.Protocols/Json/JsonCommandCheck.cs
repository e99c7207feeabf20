using System.Collections.Frozen;

namespace Confab.Protocols.Json;

/// <summary>The commands as a table: what each one needs. Values that only a server can judge are not looked at here.</summary>
internal static class JsonCommandCheck
{
    private const int TokenLength = 32;

    private static readonly (string Name, Func<JsonCommand, object?> Value) Nick = ("nick", command => command.Nick);
    private static readonly (string Name, Func<JsonCommand, object?> Value) Room = ("room", command => command.Room);
    private static readonly (string Name, Func<JsonCommand, object?> Value) Text = ("text", command => command.Text);
    private static readonly (string Name, Func<JsonCommand, object?> Value) To = ("to", command => command.To);
    private static readonly (string Name, Func<JsonCommand, object?> Value) Id = ("id", command => command.Id);
    private static readonly (string Name, Func<JsonCommand, object?> Value) Words = ("words", command => command.Words);

    private static readonly FrozenDictionary<string, (string Name, Func<JsonCommand, object?> Value)[]> Needs =
        new Dictionary<string, (string Name, Func<JsonCommand, object?> Value)[]>(StringComparer.Ordinal)
        {
            [JsonTypes.Hello] = [],
            [JsonTypes.Join] = [Room],
            [JsonTypes.Part] = [Room],
            [JsonTypes.Say] = [Room, Text],
            [JsonTypes.Tell] = [To, Text],
            [JsonTypes.Nick] = [Nick],
            [JsonTypes.Topic] = [Room, Text],
            [JsonTypes.Who] = [Room],
            [JsonTypes.Rooms] = [],
            [JsonTypes.History] = [Room],
            [JsonTypes.Find] = [Id],
            [JsonTypes.Search] = [Words],
            [JsonTypes.Kick] = [Room, Nick],
            [JsonTypes.Ping] = [],
            [JsonTypes.Quit] = [],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static JsonProblem? FirstProblem(JsonCommand command)
    {
        if (command.Type.Length == 0)
        {
            return new(JsonErrors.MissingField, "The command has no \"type\"; every command needs one.");
        }

        if (!Needs.TryGetValue(command.Type, out var needed))
        {
            return new(JsonErrors.UnknownType, $"There is no command \"{Shown(command.Type)}\"; docs/protocols/json.md lists them all.");
        }

        foreach (var (name, value) in needed)
        {
            if (value(command) is null)
            {
                return new(JsonErrors.MissingField, $"The command \"{command.Type}\" has no \"{name}\"; add it.");
            }
        }

        if (command is { Type: JsonTypes.Search, Before: not null, Room: null })
        {
            return new(JsonErrors.MissingField, "The command \"search\" has a \"before\" but no \"room\" whose numbers it counts in; add it.");
        }

        return BadValue(command) is { } text ? new(JsonErrors.Malformed, text) : null;
    }

    private static string? BadValue(JsonCommand command)
    {
        if (command.Label?.Length > JsonCommand.MaxLabelLength)
        {
            return $"\"label\" has {command.Label.Length} characters; it may have {JsonCommand.MaxLabelLength}.";
        }

        if (command.Client is { } client && (client.Length != TokenLength || !client.All(char.IsAsciiHexDigit)))
        {
            return $"\"client\" is \"{Shown(client)}\"; it must be {TokenLength} hexadecimal digits.";
        }

        if (command.Kind is not (null or JsonKinds.Message or JsonKinds.Action))
        {
            return $"\"kind\" is \"{Shown(command.Kind)}\"; it must be \"{JsonKinds.Message}\" or \"{JsonKinds.Action}\".";
        }

        return TooSmall("since", command.Since, 0)
            ?? TooSmall("before", command.Before, 0)
            ?? TooSmall("after", command.After, 0)
            ?? TooSmall("limit", command.Limit, 1);
    }

    private static string? TooSmall(string name, long? value, long least) =>
        value < least ? $"\"{name}\" is {value}; it must be at least {least}." : null;

    private static string Shown(string text) => JsonFault.Shown(text);
}
