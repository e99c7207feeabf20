using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Permissions;

/// <summary>The one place that says who may do what. Every request and every read path asks here.</summary>
public static class Gate
{
    /// <summary>True when <paramref name="actor"/> may do <paramref name="deed"/> in <paramref name="room"/>.</summary>
    public static bool May(User actor, Deed deed, Room room)
    {
        if (actor.IsOperator)
        {
            return true;
        }

        var rank = room.RankOf(actor.Id);
        return deed switch
        {
            Deed.Read or Deed.Post or Deed.SetTopic => rank is not null,
            Deed.Kick => rank >= Rank.HalfOperator,
            _ => false,
        };
    }
}
