using Confab.Chat.Events;

namespace Confab.Dialects;

/// <summary>What somebody is told who is asked into a room.</summary>
internal static class InvitationText
{
    public static string Of(Invited invited) => $"{invited.Actor.Nickname.Text} invites you to {invited.Room.Text}";
}
