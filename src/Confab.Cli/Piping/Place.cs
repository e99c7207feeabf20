using System.Globalization;
using Confab.Client;
using Confab.Client.Json;

namespace Confab.Cli.Piping;

/// <summary>A place in a room's history as a command line names it: the number of a message, or its id.</summary>
internal static class Place
{
    private const int IdLength = 32;

    public static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length < IdLength;

    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigit);

    /// <summary>
    /// The number of the message with an id. Asks in a session of its own: only who is in a room may find its messages, and whoever is
    /// in it before knowing the place would hear messages out of their turn.
    /// </summary>
    /// <exception cref="RefusedException">There is no such message in that room.</exception>
    /// <exception cref="ConnectFailedException">There is no server.</exception>
    public static async Task<long> FindAsync(ChatClientOptions options, string room, string id, CancellationToken cancellationToken)
    {
        await using var client = await ChatClient.ConnectAsync(options with { Nickname = null }, cancellationToken);
        var entered = await client.JoinAsync(room, cancellationToken: cancellationToken);
        var found = await client.FindAsync(id, cancellationToken);
        await client.QuitAsync(cancellationToken: cancellationToken);
        return found?.Number is { } number && string.Equals(found.Room, entered.Room, StringComparison.OrdinalIgnoreCase)
            ? number
            : throw new RefusedException("not-found", $"There is no message with the id {id} in {entered.Room}.");
    }
}
