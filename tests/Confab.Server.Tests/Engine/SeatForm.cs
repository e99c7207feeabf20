using Confab.Chat.Events;
using Confab.Engine.Delivery;

namespace Confab.Server.Tests.Engine;

/// <summary>Writes what happens in a word or two.</summary>
internal sealed class SeatForm : WireForm
{
    public static SeatForm Instance { get; } = new();

    public override void Encode(ChatEvent happened, TickBuffer output)
    {
        var text = happened switch
        {
            RoomEntry entry => $"{entry.Room.Text} {entry.Number} {entry.Actor.Nickname.Text}: {entry.Text}",
            MemberJoined joined => $"{joined.Room.Text} +{joined.Actor.Nickname.Text}",
            MemberLeft left => $"{left.Room.Text} -{left.Actor.Nickname.Text}",
            MemberKicked kicked => $"{kicked.Room.Text} -{kicked.Victim.Nickname.Text} by {kicked.Actor.Nickname.Text}",
            NicknameChanged changed => $"{changed.Before.Nickname.Text} is {changed.After.Nickname.Text}",
            _ => string.Empty,
        };
        output.Write(text.Length == 0 ? text : $"{text};").EndMessage();
    }
}
