using Confab.Client.Connections;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>
/// The commands of an IRC client on their way, each with the label by which its answer is known (IRCv3 labeled-response).
/// </summary>
/// <param name="capacity">How many commands may be under way; more askers wait.</param>
/// <param name="window">How many of them may be in flight.</param>
/// <param name="token">What this client has and no other: with a rising number it is the key by which the server knows a repetition.</param>
internal sealed class IrcLane(int capacity, int window, string token) : Lane<IrcMessage, IrcAnswer>(capacity, window)
{
    private const string KeyTag = "+confab.chat/key";

    public static bool IsRoom(string target) => target is ['#' or '&', ..];

    /// <summary>Whether this client said it, as far as the line's key tells.</summary>
    public bool IsOwnKey(IrcEntry entry) => entry.Tags.Any(tag => tag.Name == KeyTag && tag.Value.StartsWith(token, StringComparison.Ordinal));

    /// <summary>Whether such a message was sent on an earlier connection and never acknowledged.</summary>
    public bool Owes(IrcEntry entry) => Owes(command => IrcEntry.Of(command) is { } sent
        && string.Equals(sent.Target, entry.Target, StringComparison.OrdinalIgnoreCase) && (sent.Text, sent.Kind) == (entry.Text, entry.Kind));

    private protected override bool NeedsKey(IrcMessage command) =>
        command.Command is "PRIVMSG" or "NOTICE" && IsRoom(command.Parameter(0) ?? "");

    private protected override IrcMessage Stamp(IrcMessage command, string label, long key)
    {
        var tags = command.Tags.Append(new IrcTag("label", label));
        return new IrcMessage(command.Command, command.Parameters)
        {
            Tags = [.. NeedsKey(command) ? tags.Append(new IrcTag(KeyTag, string.Create(null, $"{token}:{key}"))) : tags],
        };
    }

    private protected override string NameOf(IrcMessage command) => command.Command;
}
