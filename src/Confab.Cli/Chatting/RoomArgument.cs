namespace Confab.Cli.Chatting;

/// <summary>The name of a room as people give it.</summary>
internal static class RoomArgument
{
    /// <summary>Adds the sign that a shell would take for the beginning of a comment.</summary>
    public static string WithSign(string room) => room.StartsWith('#') ? room : "#" + room;
}
