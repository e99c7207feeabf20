using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>In which rooms and with whom something was said, and when last (IRCv3 chathistory, <c>TARGETS</c>).</summary>
internal static class HistoryTargets
{
    /// <summary>Answers <c>CHATHISTORY TARGETS</c>.</summary>
    public static void Say(IrcContext context, HistoryQuery query)
    {
        var (first, second) = (query.First!.Time, query.Second!.Time);
        var (after, before) = first <= second ? (first, second) : (second, first);
        var between = Of(context).Where(target => target.Last > after && target.Last < before).OrderBy(target => target.Last);

        // Counted from the first of the two, whichever of them is the earlier one.
        var shown = first <= second ? between.Take(query.Limit) : between.TakeLast(query.Limit);
        context.Add(new IrcBatchItem(
            "draft/chathistory-targets",
            [],
            [.. shown.Select(target => new IrcLine(null, HistoryCommand.Name, HistoryQuery.Targets, target.Name, ServerTime.Format(target.Last)))]));
    }

    /// <summary>The rooms that somebody sits in and the people that their account has spoken with, as far as anything was said.</summary>
    public static IEnumerable<(string Name, DateTimeOffset Last)> Of(IrcContext context)
    {
        var user = context.Asker.SignedOn;
        foreach (var room in user.Rooms)
        {
            if (room.LastTime is { } last && Gate.May(user, Deed.Read, room))
            {
                yield return (room.Name.Text, last);
            }
        }

        if (HistorySource.KeyOf(user.Account) is not { } own)
        {
            yield break;
        }

        Dictionary<string, User>? present = null;
        foreach (var (other, conversation) in context.State.Conversations.Of(own))
        {
            if (conversation.LastTime is { } last)
            {
                present ??= Present(context);
                yield return (present.GetValueOrDefault(other)?.Nickname.Text ?? other, last);
            }
        }
    }

    private static Dictionary<string, User> Present(IrcContext context)
    {
        var byAccount = new Dictionary<string, User>(StringComparer.Ordinal);
        foreach (var user in context.State.Users)
        {
            if (HistorySource.KeyOf(user.Account) is { } account)
            {
                byAccount[account] = user;
            }
        }

        return byAccount;
    }
}
