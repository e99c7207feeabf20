using Confab.Chat.Names;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What somebody who enters a room is shown of what was said there before, unless their client asks for history itself.</summary>
internal static class HistoryReplay
{
    /// <summary>Adds it at this place of the answer.</summary>
    public static void Add(IrcContext context, RoomName room)
    {
        var asksItself = context.Has(IrcCapabilities.ChatHistory) || context.Has(IrcCapabilities.ZncPlayback);
        if (!asksItself && context.Options.HistoryOnJoin > 0)
        {
            context.Add(new IrcRecentItem(room, context.Options.HistoryOnJoin));
        }
    }
}
