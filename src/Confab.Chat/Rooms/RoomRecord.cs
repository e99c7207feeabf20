using System.Text.Json;
using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>
/// A registered room as it is stored. Flags and ranks are written by their letters, so that their numbers may change; the topic is in the history
/// and not here.
/// </summary>
internal sealed record RoomRecord
{
    /// <summary>The kind of these records; their key is the room's.</summary>
    public const string Kind = "room";

    private const int AnyNameLength = 256;

    public string Name { get; init; } = "";

    public string Founder { get; init; } = "";

    public DateTimeOffset Registered { get; init; }

    public string Flags { get; init; } = "";

    public string? Key { get; init; }

    public int? Limit { get; init; }

    public string? Forward { get; init; }

    public IReadOnlyList<StoredAccess>? Access { get; init; }

    public IReadOnlyList<StoredMask>? Bans { get; init; }

    public IReadOnlyList<StoredMask>? Exempts { get; init; }

    public IReadOnlyList<StoredMask>? InviteExempts { get; init; }

    public static string Write(Room room)
    {
        var registration = room.Registration ?? throw new InvalidOperationException($"{room.Name.Text} is not registered and is not stored.");
        var record = new RoomRecord
        {
            Name = room.Name.Text,
            Founder = registration.Founder.Text,
            Registered = registration.Registered,
            Flags = RoomFlagLetters.Write(room.Modes.Flags),
            Key = room.Modes.Key?.Text,
            Limit = room.Modes.Limit,
            Forward = room.Modes.Forward?.Text,
            Access = OrNull(registration.Access.Select(access => new StoredAccess(access.Account.Text, RankLetters.LetterOf(access.Rank)))),
            Bans = OrNull(room.Bans.Entries.Select(Store)),
            Exempts = OrNull(room.Exempts.Entries.Select(Store)),
            InviteExempts = OrNull(room.InviteExempts.Entries.Select(Store)),
        };
        return JsonSerializer.Serialize(record, RoomJson.Default.RoomRecord);
    }

    /// <summary>The record in a stored text; null where it is none.</summary>
    public static RoomRecord? TryRead(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RoomJson.Default.RoomRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sets the room as it was; false where the record names no owner. What it says that is not understood is left out.</summary>
    public bool TryRestore(Room room)
    {
        if (!Nickname.TryCreate(Founder, AnyNameLength, out var founder, out _))
        {
            return false;
        }

        var registration = new RoomRegistration(founder, Registered);
        foreach (var access in Access ?? [])
        {
            if (Nickname.TryCreate(access.Account, AnyNameLength, out var account, out _))
            {
                registration = registration.With(account, RankLetters.OfLetter(access.Rank));
            }
        }

        room.Registration = registration;
        room.Created = Registered;
        room.Modes = new RoomModes(
            RoomFlagLetters.Read(Flags),
            RoomKey.TryCreate(Key, out var key, out _) ? key : null,
            Limit,
            RoomName.TryCreate(Forward, out var forward, out _) ? forward : null);
        room.Bans = Restore(Bans);
        room.Exempts = Restore(Exempts);
        room.InviteExempts = Restore(InviteExempts);
        return true;
    }

    private static StoredMask Store(MaskEntry entry) => new(entry.Mask.Text, entry.SetBy, entry.Time);

    private static MaskList Restore(IReadOnlyList<StoredMask>? stored)
    {
        var entries = new List<MaskEntry>();
        foreach (var one in stored ?? [])
        {
            if (RoomMask.TryCreate(one.Mask, out var mask, out _))
            {
                entries.Add(new MaskEntry(mask, one.By, one.Time));
            }
        }

        return MaskList.Of(entries);
    }

    private static T[]? OrNull<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? null : array;
    }
}
