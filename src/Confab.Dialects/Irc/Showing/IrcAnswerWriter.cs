using System.Globalization;
using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Irc.Showing;

/// <summary>
/// Writes the answer to one line: the events of the client's own deed in their places, batches, and the label, on a line alone where there is one,
/// around a batch where there are several, on an <c>ACK</c> where there is none (IRCv3 labeled-response). It counts the session's batches, so keep it in
/// a field that is not read-only.
/// </summary>
internal struct IrcAnswerWriter
{
    private long _batches;

    /// <summary>Writes an answer.</summary>
    /// <param name="reply">It.</param>
    /// <param name="answer">Has the newest entries of rooms that were entered by it.</param>
    /// <param name="writer">Writes lines for the capabilities of the answer.</param>
    /// <param name="output">Takes the lines.</param>
    public void Write(IrcReply reply, in Answer answer, IrcLineWriter writer, TickBuffer output)
    {
        if (reply.Items.Count == 0 && reply.Label is null)
        {
            return;
        }

        // Nearly all that people are answered who want to see their own words: those words.
        if (reply.Items is [IrcEventItem { IsArrival: false } echo]
            && IrcSaid.TryRead(echo.Happened, out var said)
            && (reply.Label is null || said.IsOneLine))
        {
            writer.Write(said, output, reply.Label);
            return;
        }

        var capabilities = reply.Capabilities;
        var lines = new List<IrcLine>();
        Flatten(WithRecent(reply.Items, answer, capabilities), batch: null, capabilities, lines);
        if (!capabilities.HasFlag(IrcCapabilities.MessageTags))
        {
            lines.RemoveAll(line => line.IsTagsOnly);
        }

        if (reply.Label is not null)
        {
            Label(lines, reply.Label, isOneBatch: reply.Items is [IrcBatchItem] && capabilities.HasFlag(IrcCapabilities.Batch));
        }

        // What the client sent to itself arrives behind the answer, and is none.
        foreach (var arrival in reply.Items.OfType<IrcEventItem>().Where(item => item.IsArrival))
        {
            lines.AddRange(IrcEvents.Of(arrival.Happened, capabilities));
        }

        foreach (var line in lines)
        {
            writer.Write(line, output);
        }
    }

    private static IReadOnlyList<IrcItem> WithRecent(IReadOnlyList<IrcItem> items, in Answer answer, IrcCapabilities capabilities)
    {
        if (!items.Any(item => item is IrcRecentItem))
        {
            return items;
        }

        var all = new List<IrcItem>(items.Count);
        foreach (var item in items)
        {
            if (item is not IrcRecentItem recent)
            {
                all.Add(item);
            }
            else if (Recent(recent, answer, capabilities) is { Items.Count: > 0 } batch)
            {
                all.Add(batch);
            }
        }

        return all;
    }

    private static IrcBatchItem Recent(IrcRecentItem recent, in Answer answer, IrcCapabilities capabilities)
    {
        var view = new HistoryView(recent.Room.Text) { TellsTimes = true };
        var said = answer.Recent(recent.Room, int.MaxValue).Where(entry => entry.Kind.IsSaid()).TakeLast(recent.Count);
        return new IrcBatchItem("chathistory", [view.Name], [.. said.SelectMany(entry => IrcEntries.Of(entry, capabilities, view))]);
    }

    // Whoever joins knows that it is away.
    private static ChatEvent Own(ChatEvent happened) => happened is MemberJoined { Away: not null } joined ? joined with { Away = null } : happened;

    private void Flatten(IReadOnlyList<IrcItem> items, string? batch, IrcCapabilities capabilities, List<IrcLine> lines)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case IrcLine line:
                    lines.Add(batch is null ? line : line with { Batch = batch });
                    break;
                case IrcEventItem { IsArrival: false } happened:
                    lines.AddRange(IrcEvents.Of(Own(happened.Happened), capabilities).Select(line => batch is null ? line : line with { Batch = batch }));
                    break;
                case IrcBatchItem inner when !capabilities.HasFlag(IrcCapabilities.Batch):
                    Flatten(inner.Items, batch, capabilities, lines);
                    break;
                case IrcBatchItem inner:
                    var name = NextBatch();
                    lines.Add(new IrcLine(null, "BATCH", [$"+{name}", inner.Type, .. inner.Parameters]) { Batch = batch });
                    Flatten(inner.Items, name, capabilities, lines);
                    lines.Add(new IrcLine(null, "BATCH", $"-{name}") { Batch = batch });
                    break;
            }
        }
    }

    private void Label(List<IrcLine> lines, string label, bool isOneBatch)
    {
        if (lines.Count == 0)
        {
            lines.Add(new IrcLine(null, "ACK") { Label = label });
        }
        else if (lines.Count == 1 || isOneBatch)
        {
            lines[0] = lines[0] with { Label = label };
        }
        else
        {
            var name = NextBatch();
            for (var i = 0; i < lines.Count; i++)
            {
                lines[i] = lines[i] with { Batch = lines[i].Batch ?? name };
            }

            lines.Insert(0, new IrcLine(null, "BATCH", $"+{name}", "labeled-response") { Label = label });
            lines.Add(new IrcLine(null, "BATCH", $"-{name}"));
        }
    }

    private string NextBatch() => (++_batches).ToString(CultureInfo.InvariantCulture);
}
