using System.Globalization;
using Confab.Chat.Events;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Irc.Showing;

/// <summary>
/// Writes the answer to one line: the events of the client's own deed in their places, batches, and the label, on a line alone where there is one,
/// around a batch where there are several, on an <c>ACK</c> where there is none (IRCv3 labeled-response).
/// </summary>
internal sealed class IrcAnswerWriter(string server)
{
    private long _batches;

    public void Write(IrcReply reply, TickBuffer output)
    {
        var capabilities = reply.Capabilities;
        var lines = new List<IrcLine>();
        Flatten(reply.Items, batch: null, capabilities, lines);
        if (!capabilities.HasFlag(IrcCapabilities.MessageTags))
        {
            lines.RemoveAll(line => line.IsTagsOnly);
        }

        if (reply.Label is not null)
        {
            Label(lines, reply.Label, isOneBatch: reply.Items is [IrcBatchItem] && capabilities.HasFlag(IrcCapabilities.Batch));
        }

        var writer = new IrcLineWriter(capabilities, server);
        foreach (var line in lines)
        {
            writer.Write(line, output);
        }
    }

    private static bool IsShown(ChatEvent happened, IrcCapabilities capabilities) => happened switch
    {
        // What a client said itself it is shown only where it asked for that.
        MessagePosted or PrivateMessagePosted or StatusMessagePosted or TagMessagePosted or PrivateTagMessagePosted => capabilities.HasFlag(IrcCapabilities.EchoMessage),
        AwayChanged or Invited or InvitationTold or Knocked => false,
        _ => true,
    };

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
                case IrcEventItem happened when IsShown(happened.Happened, capabilities):
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
