using System.Text;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Engine.Delivery;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>Writes lines with the tags that a client understands.</summary>
internal sealed class IrcLineWriter(IrcCapabilities capabilities, string server)
{
    private readonly byte[] _server = Encoding.UTF8.GetBytes(server);

    public void Write(IrcLine line, TickBuffer output)
    {
        if (line.IsTagsOnly && !Has(IrcCapabilities.MessageTags))
        {
            return;
        }

        var writer = new IrcWriter(output);
        WriteTags(ref writer, line);
        if (line.Source is null)
        {
            writer.Source(_server);
        }
        else if (line.Source.Length > 0)
        {
            writer.Source(line.Source);
        }

        writer.Command(line.Command);
        for (var i = 0; i < line.Parameters.Length; i++)
        {
            if (i < line.Parameters.Length - 1)
            {
                writer.Parameter(line.Parameters[i]);
            }
            else if (line.EndsWithText)
            {
                writer.Text(line.Parameters[i]);
            }
            else
            {
                writer.LastParameter(line.Parameters[i]);
            }
        }

        writer.End();
        output.EndMessage();
    }

    private bool Has(IrcCapabilities capability) => (capabilities & capability) == capability;

    private void WriteTags(ref IrcWriter writer, IrcLine line)
    {
        if (line.Label is not null)
        {
            writer.Tag("label", line.Label);
        }

        if (line.Batch is not null && Has(IrcCapabilities.Batch))
        {
            writer.Tag("batch", line.Batch);
        }

        if (line.Time is { } time && Has(IrcCapabilities.ServerTime))
        {
            Span<byte> written = stackalloc byte[ServerTime.Length];
            ServerTime.Format(time, written);
            writer.Tag("time"u8, written);
        }

        if (line.Account is not null && Has(IrcCapabilities.AccountTag))
        {
            writer.Tag("account", line.Account);
        }

        if (!Has(IrcCapabilities.MessageTags))
        {
            return;
        }

        if (line.Id is { } id)
        {
            writer.Tag("msgid", id.ToString());
        }

        if (line.IsFromBot)
        {
            writer.Tag("bot"u8);
        }

        if (line.ClientTags is not null)
        {
            writer.PreparedTags(Encoding.UTF8.GetBytes(line.ClientTags));
        }
    }
}
