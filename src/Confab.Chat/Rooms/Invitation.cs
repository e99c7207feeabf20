namespace Confab.Chat.Rooms;

/// <summary>Somebody was asked into a room.</summary>
/// <param name="Room">Which.</param>
/// <param name="Company">The company that sat in it then; a later one has not asked anybody.</param>
/// <param name="OpensDoors">
/// True where a member asked who keeps order there: then it opens whatever keeps others out. False: it is a friendly word, no more.
/// </param>
internal sealed record Invitation(Room Room, int Company, bool OpensDoors)
{
    public bool Holds => Room.Company == Company;
}
