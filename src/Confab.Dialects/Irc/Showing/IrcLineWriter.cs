using System.Globalization;
using System.Text;
using Confab.Chat.Messages;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Replies;
using Confab.Engine.Delivery;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>Writes lines with the tags that a client understands.</summary>
internal sealed class IrcLineWriter(IrcCapabilities capabilities, string server)
{
    // Longer ones are rare, and are written all the same.
    private const int SourceChars = 128;

    private readonly byte[] _server = Encoding.UTF8.GetBytes(server);

    /// <summary>Writes one line.</summary>
    public void Write(IrcLine line, TickBuffer output)
    {
        if (line.IsTagsOnly && !Has(IrcCapabilities.MessageTags))
        {
            return;
        }

        var writer = new IrcWriter(output);
        WriteAnswerTags(ref writer, line.Label, line.Batch);
        WriteTags(ref writer, line.Time, line.Account, line.Id, line.IsFromBot, line.ClientTags);
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

    /// <summary>
    /// Writes what somebody said, straight from what is known of it: there is more of it than of everything else together.
    /// </summary>
    /// <param name="said">It.</param>
    /// <param name="output">Takes the lines.</param>
    /// <param name="label">The label of the command that the first line answers; null for none.</param>
    public void Write(in IrcSaid said, TickBuffer output, string? label = null)
    {
        var author = said.Author;
        Span<char> buffer = stackalloc char[SourceChars];
        ReadOnlySpan<char> source = buffer.TryWrite(CultureInfo.InvariantCulture, $"{author.Nickname.Text}!{author.Username}@{author.Host}", out var length)
            ? buffer[..length]
            : IrcEvents.Source(author);
        var isFirst = true;
        foreach (var part in said.Parts(source))
        {
            var writer = new IrcWriter(output);
            WriteAnswerTags(ref writer, isFirst ? label : null, batch: null);
            WriteTags(ref writer, said.Time, author.Account, isFirst ? said.Id : null, author.IsBot, isFirst ? said.ClientTags : null);
            writer.Source(source);
            writer.Command(IrcSpeech.Command(said.Kind));
            writer.Parameter(said.Target);
            writer.Text(said.Kind == MessageKind.Action ? IrcSpeech.Action(part) : part);
            writer.End();
            output.EndMessage();
            isFirst = false;
        }
    }

    private bool Has(IrcCapabilities capability) => (capabilities & capability) == capability;

    private void WriteAnswerTags(ref IrcWriter writer, string? label, string? batch)
    {
        if (label is not null)
        {
            writer.Tag("label", label);
        }

        if (batch is not null && Has(IrcCapabilities.Batch))
        {
            writer.Tag("batch", batch);
        }
    }

    private void WriteTags(ref IrcWriter writer, DateTimeOffset? time, string? account, MessageId? id, bool isFromBot, string? clientTags)
    {
        Span<byte> written = stackalloc byte[MessageId.Length];
        if (time is { } when && Has(IrcCapabilities.ServerTime))
        {
            writer.Tag("time"u8, written[..ServerTime.Format(when, written)]);
        }

        if (account is not null && Has(IrcCapabilities.AccountTag))
        {
            writer.Tag("account", account);
        }

        if (!Has(IrcCapabilities.MessageTags))
        {
            return;
        }

        if (id is { } name)
        {
            writer.Tag("msgid"u8, written[..name.Format(written)]);
        }

        if (isFromBot)
        {
            writer.Tag("bot"u8);
        }

        if (clientTags is not null)
        {
            writer.PreparedTags(clientTags);
        }
    }
}
