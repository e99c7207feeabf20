using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Confab.Chat.Sessions;

namespace Confab.Chat.Accounts;

/// <summary>The presence of a user that is always on, as it is stored: JSON under the nickname's key.</summary>
internal sealed record PresenceRecord(
    string Nickname,
    string Account,
    string Door,
    string Username,
    string Host,
    string RealName,
    DateTimeOffset SignedOnAt,
    DateTimeOffset LastActive,
    IReadOnlyList<KeptSeat> Rooms,
    string? Away = null,
    UserModes Modes = UserModes.None)
{
    /// <summary>The kind under which presences are stored.</summary>
    public const string Kind = "presence";

    // An operator of the server proves it again after a restart.
    private const UserModes KeptModes = ~UserModes.ServerOperator;

    public static string Write(User user) => JsonSerializer.Serialize(
        new PresenceRecord(
            user.Nickname.Text,
            user.Account ?? throw new InvalidOperationException($"{user.Nickname.Text} has no account, so its presence cannot be kept."),
            user.Participant.Origin.Door,
            user.Participant.Username,
            user.Participant.Host,
            user.Participant.RealName,
            user.SignedOnAt,
            user.LastActive,
            user.Rooms.Select(room => new KeptSeat(room.Name.Text, room.RankOf(user.Id).GetValueOrDefault())).ToArray(),
            user.Away,
            user.Modes & KeptModes),
        AccountJson.Default.PresenceRecord);

    /// <summary>Reads a stored presence; false where it was not written by <see cref="Write"/>.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out PresenceRecord? presence)
    {
        try
        {
            presence = JsonSerializer.Deserialize(json, AccountJson.Default.PresenceRecord);
        }
        catch (JsonException)
        {
            presence = null;
        }

        return presence is { Nickname: not null, Account: not null, Door: not null, Username: not null, Host: not null, RealName: not null, Rooms: not null };
    }
}
