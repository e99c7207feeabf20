using System.Globalization;
using Confab.Chat.Lookups;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Dialects.Irc.Showing;
using Confab.Engine.Lookups;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>
/// History for clients that know ZNC's way to ask for it (<c>znc.in/playback</c>): messages to <c>*playback</c>, times in seconds since 1970 with
/// a fraction.
/// </summary>
internal static class Playback
{
    private const string Module = "*playback";
    private const string Source = "*playback!znc@znc.in";

    /// <summary>True for a message to the player, of a client that knows it.</summary>
    public static bool IsMeant(IrcContext context, string target) =>
        context.Has(IrcCapabilities.ZncPlayback) && target.Equals(Module, StringComparison.OrdinalIgnoreCase);

    /// <summary>Carries out <c>PLAY target|* [from [to]]</c>, <c>LIST</c> and <c>CLEAR</c>; the last changes nothing, for the history is everybody's.</summary>
    public static void Run(IrcContext context, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words is [var verb, ..] ? verb.ToUpperInvariant() : string.Empty)
        {
            case "PLAY" when words.Length is >= 2 and <= 4 && TryReadTime(words.ElementAtOrDefault(2), out var from) && TryReadTime(words.ElementAtOrDefault(3), out var to):
                var targets = words[1].Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(target => target == "*" ? HistoryTargets.Of(context).Select(all => all.Name) : [target])
                    .Distinct(StringComparer.Ordinal);
                PlayNext(context, new Queue<string>(targets), from, to);
                break;
            case "LIST":
                foreach (var (name, last) in HistoryTargets.Of(context))
                {
                    Say(context, string.Create(CultureInfo.InvariantCulture, $"{name} 0.000 {last.ToUnixTimeMilliseconds() / 1000m:F3}"));
                }

                break;
            case "CLEAR":
                break;
            default:
                Say(context, "Usage: PLAY <target|*> [<from> [<to>]] | LIST | CLEAR");
                break;
        }
    }

    // One after the other: a client that asks for everything takes no more of the log at a time than one that asks for one room.
    private static void PlayNext(IrcContext context, Queue<string> targets, PagePoint? from, PagePoint? to)
    {
        while (targets.TryDequeue(out var target))
        {
            if (Find(context, target) is { } source)
            {
                var page = new PageLookup(
                    source.Room, from, to, context.Options.HistoryPage, FromNewest: true, context.Has(IrcCapabilities.EventPlayback), source.LastNumber);
                context.LookUp(page, (later, found) =>
                {
                    Show(later, target, found);
                    PlayNext(later, targets, from, to);
                });
                return;
            }
        }
    }

    private static HistorySource? Find(IrcContext context, string target) =>
        context.Asker.User is { } user && HistorySource.Find(context.State, user, target) is { IsEmpty: false } source ? source : null;

    private static void Show(IrcContext context, string target, LookupResult found)
    {
        if (Find(context, target) is { } source && found is EntriesLookedUp { Entries: { Count: > 0 } entries })
        {
            var view = source.View with { TellsTimes = true };
            context.Add(new IrcBatchItem(
                "chathistory", [view.Name], [.. entries.SelectMany(entry => IrcEntries.Of(entry, context.Conversation.Capabilities, view))]));
        }
    }

    // No time, or 0, is no bound.
    private static bool TryReadTime(string? text, out PagePoint? point)
    {
        point = null;
        if (text is null)
        {
            return true;
        }

        const decimal Latest = 253_402_300_799m;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > Latest)
        {
            return false;
        }

        point = seconds == 0 ? null : new PagePoint(null, DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)));
        return true;
    }

    private static void Say(IrcContext context, string text) =>
        context.Add(new IrcLine(Source, "PRIVMSG", context.Client, text) { EndsWithText = true });
}
