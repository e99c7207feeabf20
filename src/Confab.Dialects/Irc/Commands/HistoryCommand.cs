using Confab.Chat.Lookups;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Dialects.Irc.Showing;
using Confab.Engine.Lookups;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Reading what was said before (IRCv3 chathistory).</summary>
internal static class HistoryCommand
{
    public const string Name = "CHATHISTORY";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(
            Name,
            1,
            IrcState.Registered,
            [
                "CHATHISTORY LATEST|BEFORE|AFTER|AROUND <target> <*|timestamp=...|msgid=...> <limit>",
                "CHATHISTORY BETWEEN <target> <reference> <reference> <limit>, CHATHISTORY TARGETS <timestamp=...> <timestamp=...> <limit>",
                "Shows what was said in a room, or between you and somebody.",
            ],
            Run),
    ];

    /// <summary>The answer to a line whose look-up could not be done.</summary>
    public static IrcLine Failure(IReadOnlyList<string> parameters) =>
        new(null, "FAIL", [Name, "MESSAGE_ERROR", .. parameters.Take(2).Select(Word), "Messages could not be retrieved"]) { EndsWithText = true };

    private static void Run(IrcContext context)
    {
        if (HistoryQuery.Read(context, context.Options.HistoryPage) is not { } query)
        {
            return;
        }

        if (query.Subcommand == HistoryQuery.Targets)
        {
            HistoryTargets.Say(context, query);
        }
        else if (Find(context, query) is { } source)
        {
            Show(context, query, source);
        }
    }

    private static HistorySource? Find(IrcContext context, HistoryQuery query)
    {
        if (context.Asker.User is { } user && HistorySource.Find(context.State, user, query.Target) is { } source)
        {
            return source;
        }

        context.Fail("INVALID_TARGET", context.Parameters[0], Word(query.Target), "Messages could not be retrieved");
        return null;
    }

    private static void Show(IrcContext context, HistoryQuery query, HistorySource source)
    {
        if (source.IsEmpty)
        {
            Say(context, source, []);
        }
        else if (query.HasForeignId)
        {
            context.Add(Failure(context.Parameters));
        }
        else
        {
            var page = Page(query, source, context.Has(IrcCapabilities.EventPlayback));
            context.LookUp(page, (later, found) => Answer(later, query, page, found));
        }
    }

    private static PageLookup Page(HistoryQuery query, HistorySource source, bool withEvents)
    {
        var (first, second) = (query.First, query.Second);
        var page = new PageLookup(source.Room, null, null, query.Limit, FromNewest: false, withEvents, source.LastNumber);
        return query.Subcommand switch
        {
            HistoryQuery.Latest => page with { After = first, FromNewest = true },
            HistoryQuery.Before => page with { Before = first, FromNewest = true },
            HistoryQuery.After => page with { After = first },
            HistoryQuery.Around => page with { After = first, Before = first, IsAround = true },
            _ when first is { Id: null } && second is { Id: null } && first.Time > second.Time => Backwards(page with { After = first, Before = second }),
            _ => page with { After = first, Before = second },
        };
    }

    private static PageLookup Backwards(PageLookup page) => page with { After = page.Before, Before = page.After, FromNewest = true };

    private static void Answer(IrcContext context, HistoryQuery query, PageLookup page, LookupResult found)
    {
        // Asked again: they may have been removed from the room meanwhile.
        if (Find(context, query) is not { } source)
        {
            return;
        }

        if (found is not EntriesLookedUp { Entries: { } entries })
        {
            context.Add(Failure(context.Parameters));
        }
        else if (entries.Count == 0 && query.Subcommand == HistoryQuery.Between && !page.FromNewest && (page.After?.Id ?? page.Before?.Id) is not null)
        {
            // Which of two messages is the earlier one, the log knows.
            var backwards = Backwards(page);
            context.LookUp(backwards, (later, other) => Answer(later, query, backwards, other));
        }
        else
        {
            Say(context, source, [.. entries.SelectMany(entry => IrcEntries.Of(entry, context.Conversation.Capabilities, source.View))]);
        }
    }

    private static void Say(IrcContext context, HistorySource source, IReadOnlyList<IrcLine> lines) =>
        context.Add(new IrcBatchItem("chathistory", [source.View.Name], lines));

    // What stands in the middle of a line.
    private static string Word(string given) => given.Length == 0 || given.Contains(' ', StringComparison.Ordinal) ? "*" : given;
}
