using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>What a mode change is decided with. The asker's power is asked anew for each change: the one before may have taken it.</summary>
internal sealed class ModeChanging(ChatState state, Room room, Asker asker, DateTimeOffset now)
{
    public ChatState State => state;

    public Room Room => room;

    public User User { get; } = asker.SignedOn;

    public Participant Actor { get; } = asker.Participant;

    public DateTimeOffset Now => now;

    /// <summary>The asker's rank in the room.</summary>
    public Rank Power => PowerIn(room) ?? Rank.None;

    /// <summary>True when the asker may change lists.</summary>
    public bool KeepsOrder => PowerIn(room).KeepsOrder();

    /// <summary>True when the asker may change everything else.</summary>
    public bool RunsRoom => PowerIn(room).RunsRoom();

    /// <summary>The asker's rank in any room.</summary>
    public Rank? PowerIn(Room other) => Gate.PowerOf(User, other);

    public ModeResult Denied() =>
        ModeResult.Refuse(RefusalCode.Denied, $"Your rank in {room.Name.Text} is too low for that. Ask one of its operators.");
}
