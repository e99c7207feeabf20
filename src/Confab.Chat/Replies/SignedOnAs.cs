using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>The session is signed on.</summary>
/// <param name="Who">With this nickname.</param>
/// <param name="Wanted">What it asked for, where that was taken or invalid and another was given instead; otherwise null.</param>
/// <param name="Room">The room that it entered at once; null where none was asked for, or where it could not enter.</param>
public sealed record SignedOnAs(Participant Who, string? Wanted, RoomEntered? Room) : Reply
{
    /// <summary>True where the user was present already, with other sessions of the same account or always on.</summary>
    public bool Attached { get; init; }

    /// <summary>The rooms that the user sat in already.</summary>
    public IReadOnlyList<RoomName> Rooms { get; init; } = [];
}
