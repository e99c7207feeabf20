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

        if (options.Irc.HistoryOnJoin > options.Engine.RecentEntries)
        {
            yield return Larger("irc.historyOnJoin", options.Irc.HistoryOnJoin, "limits.recentEntries", options.Engine.RecentEntries);
        }

        if (options.Irc.HistoryPage > options.Engine.LookupEntries)
        {
            yield return Larger("irc.historyPage", options.Irc.HistoryPage, "limits.lookupEntries", options.Engine.LookupEntries);
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

        if (!options.Tls.IsConfigured && (options.Tls.Key.Length > 0 || options.Tls.Names.Count > 0))
        {
            yield return $"{(options.Tls.Key.Length > 0 ? "tls.key" : "tls.names")} is given without tls.certificate; "
                + "expected that too, for clients that ask for no name or another";
        }

        foreach (var listener in options.Listeners.Where(listener => listener is { IsDefault: false }))
        {
            if (listener is { Port: null, OwnPort: null })
            {
                yield return $"{ListenerSettings.Path}: the door {listener.Name} has no port of its own; "
                    + $"expected one for it, such as --listen {listener.Name}=127.0.0.1:6443";
            }

            if (listener.Tls && !options.Tls.IsConfigured)
            {
                yield return $"{ListenerSettings.Path}: the door {listener.Name} needs a certificate; "
                    + "expected its PEM file in tls.certificate, such as --set tls.certificate=cert.pem --set tls.key=key.pem";
            }

            if (listener.Proxy && options.Proxies.Trusted.Count == 0)
            {
                yield return $"{ListenerSettings.Path}: the door {listener.Name} is for proxies only, and none is trusted; "
                    + "expected their addresses in proxies.trusted";
            }
        }

        foreach (var same in options.Listeners.Where(listener => listener.EndPoint.Port != 0).GroupBy(listener => listener.EndPoint))
        {
            var doors = same.Select(listener => listener.Name).ToArray();
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
