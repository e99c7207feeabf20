using System.Globalization;

namespace Confab.Server.Configuration;

/// <summary>What is right by itself and wrong together.</summary>
internal static class CrossChecks
{
    public static IEnumerable<string> Of(ServerOptions options)
    {
        var (chat, connections) = (options.Chat, options.Connections);
        if (options.Doors.HistoryLines > options.Engine.RecentEntries)
        {
            yield return Larger("historyLines", options.Doors.HistoryLines, "limits.recentEntries", options.Engine.RecentEntries);
        }

        if (chat.TopicBytes > chat.MessageBytes)
        {
            yield return Larger("limits.topicBytes", chat.TopicBytes, "limits.messageBytes", chat.MessageBytes);
        }

        if (chat.MessageBytes > connections.BacklogBytes / 2)
        {
            yield return Larger("limits.messageBytes", chat.MessageBytes, "half of limits.backlogBytes", connections.BacklogBytes / 2);
        }

        if (connections.BacklogBytes > connections.BacklogBudgetBytes)
        {
            yield return Larger("limits.backlogBytes", connections.BacklogBytes, "limits.backlogBudgetBytes", connections.BacklogBudgetBytes);
        }

        foreach (var same in options.Listeners.Where(listener => listener.EndPoint.Port != 0).GroupBy(listener => listener.EndPoint))
        {
            var doors = same.Select(listener => listener.Dialect).ToArray();
            if (doors.Length > 1)
            {
                yield return $"{ListenerSettings.Path}: {string.Join(" and ", doors)} are to listen on {same.Key} at the same time; "
                    + "expected a different port for each door";
            }
        }
    }

    private static string Larger(string name, long value, string bound, long boundValue) => string.Create(
        CultureInfo.InvariantCulture, $"{name} = {value}: expected at most {bound}, which is {boundValue}");
}
