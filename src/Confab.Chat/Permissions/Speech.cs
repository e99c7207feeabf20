using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Permissions;

/// <summary>Who may speak in a room. Whoever has a rank there always may.</summary>
internal static class Speech
{
    /// <summary>Finds a room where the asker may say something; otherwise refuses it.</summary>
    public static bool TryFind(RoomName name, ChatState state, Asker asker, Decision decision, [NotNullWhen(true)] out Room? room)
    {
        room = state.FindRoom(name);
        var bar = room is null ? SpeechBar.NotMember : BarOf(asker.SignedOn, room);
        if (room is null || bar == SpeechBar.NotMember)
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {name.Text}. Join it, then say it again.");
            return false;
        }

        if (bar != SpeechBar.None)
        {
            decision.Refuse(RefusalCode.CannotSpeak, Explain(bar, room));
            return false;
        }

        return true;
    }

    public static SpeechBar BarOf(User actor, Room room)
    {
        if (actor.IsOperator)
        {
            return SpeechBar.None;
        }

        var rank = Gate.PowerOf(actor, room);
        return rank switch
        {
            null when room.Modes.Has(RoomFlags.NoExternalMessages) => SpeechBar.NotMember,
            > Rank.None => SpeechBar.None,
            _ when room.Modes.Has(RoomFlags.Moderated) => SpeechBar.Moderated,
            _ when room.Bans.Count > 0 && Bans.Keep(actor, room) => SpeechBar.Banned,
            _ when room.Bans.Count > 0 && Bans.Silence(actor, room) => SpeechBar.Muted,
            _ when room.Modes.Has(RoomFlags.AccountToSpeak) && actor.Account is null => SpeechBar.AccountNeeded,
            _ => SpeechBar.None,
        };
    }

    /// <summary>Why, in a sentence; for somebody whom the bar keeps silent.</summary>
    public static string Explain(SpeechBar bar, Room room) => bar switch
    {
        SpeechBar.NotMember => $"You are not in {room.Name.Text}. Join it, then say it again.",
        SpeechBar.Moderated => $"{room.Name.Text} is moderated (+m). Ask one of its operators for a voice.",
        SpeechBar.Banned => $"You are banned from {room.Name.Text} (+b) and cannot speak there.",
        SpeechBar.Muted => $"You are muted in {room.Name.Text} (+b m:).",
        SpeechBar.AccountNeeded => $"Only users who are logged in to an account may speak in {room.Name.Text} (+M). Log in, then say it again.",
        _ => $"You may speak in {room.Name.Text}.",
    };
}
