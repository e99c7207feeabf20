using System.Globalization;
using Confab.Client.Events;

namespace Confab.Cli.Chatting;

/// <summary>What becomes of the connection, in one line each; null where there is nothing to say.</summary>
internal static class ConnectionNews
{
    public static string? Line(ClientEvent happened) => happened switch
    {
        ConnectionLost lost => $"* Connection lost: {lost.Reason.TrimEnd('.')}. Trying again.",
        Connected { Again: true, Nickname.Length: > 0 } back => $"* Connected again, as {back.Nickname}.",
        Connected { Again: true } => "* Connected again.",
        Ended { ByServer: true, Reason: { } reason } => $"* The server ended the session: {reason}",
        RoomLost room => $"* You are no longer in {room.Room}: {room.Reason}",
        EntriesMissed gap => string.Create(
            CultureInfo.InvariantCulture,
            $"* {gap.Before - gap.After - 1} messages of {gap.Room} could not be fetched: {gap.Reason}"),
        _ => null,
    };
}
