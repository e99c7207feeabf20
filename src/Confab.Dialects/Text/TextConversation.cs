using Confab.Chat.Names;

namespace Confab.Dialects.Text;

/// <summary>
/// Where a person's next line goes. It depends on how their earlier lines turned out (was the nickname free? did the join work?), so it is
/// changed when those are decided, by the sequencer's loop, which owns it.
/// </summary>
internal sealed class TextConversation(RoomName home)
{
    /// <summary>The room of the door: entered at sign-on.</summary>
    public RoomName Home { get; } = home;

    /// <summary>The room that a line without a command is said in; null after leaving the last one.</summary>
    public RoomName? Current { get; set; } = home;
}
