using Confab.Chat.Events;

namespace Confab.Dialects;

/// <summary>What somebody is told who was removed from a room.</summary>
internal static class KickText
{
    public static string Of(MemberKicked kicked)
    {
        var reason = kicked.Reason is null ? string.Empty : $": {kicked.Reason}";
        return $"You were removed from {kicked.Room.Text} by {kicked.Actor.Nickname.Text}{reason}";
    }
}
