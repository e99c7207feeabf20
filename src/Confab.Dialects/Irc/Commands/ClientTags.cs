using System.Globalization;
using Confab.Chat.Messages;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>The tags of a client's line that go to others (IRCv3 message-tags, "Client-only tags" and "CLIENTTAGDENY").</summary>
internal static class ClientTags
{
    private const string Typing = "+typing";

    // Meant for this server: makes sending again safe. "<32 hexadecimal digits>:<number>".
    private const string Resending = "+confab.chat/key";

    /// <summary>The client-only tags that are passed on, in their wire form; null for none.</summary>
    /// <param name="message">The line.</param>
    /// <param name="denied">What is not passed on: names without <c>+</c>, <c>*</c> for all, exceptions behind a <c>-</c>; separated by commas.</param>
    public static string? Read(IrcMessage message, string denied)
    {
        if (message.Tags.Count == 0)
        {
            return null;
        }

        List<string>? kept = null;
        foreach (var tag in message.Tags)
        {
            if (tag.IsClientOnly && tag.Name != Resending && !IsDenied(tag.Name[1..], denied))
            {
                (kept ??= []).Add(tag.Value.Length == 0 ? tag.Name : $"{tag.Name}={IrcTagEscape.Escape(tag.Value)}");
            }
        }

        return kept is null ? null : string.Join(';', kept);
    }

    /// <summary>True where there is nothing in a line but what may not be passed on, so that nothing is left of it.</summary>
    public static bool AreAllDenied(IrcMessage message, string? kept) => kept is null && message.Tags.Any(tag => tag.IsClientOnly);

    /// <summary>True where the tags say only what somebody is doing at this moment (client tag <c>typing</c>).</summary>
    public static bool AreFleeting(string? kept) =>
        kept is not null && kept.Split(';').All(tag => tag == Typing || tag.StartsWith(Typing + "=", StringComparison.Ordinal));

    /// <summary>The key under which the same line is posted once, however often it comes; null where there is none.</summary>
    public static ResendKey? ReadKey(IrcMessage message)
    {
        if (message.Tag(Resending) is not { } value || value.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return null;
        }

        return Guid.TryParseExact(value[..colon], "N", out var client)
            && long.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new ResendKey(client, number)
                : null;
    }

    private static bool IsDenied(string name, string denied)
    {
        if (denied.Length == 0)
        {
            return false;
        }

        var names = denied.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Contains("*", StringComparer.Ordinal)
            ? !names.Contains("-" + name, StringComparer.Ordinal)
            : names.Contains(name, StringComparer.Ordinal);
    }
}
