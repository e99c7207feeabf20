using Confab.Chat.Replies;
using Confab.Dialects.Irc.Capabilities;

namespace Confab.Dialects.Irc.Replies;

/// <summary>The answer to one line.</summary>
/// <param name="Items">What is said, in order.</param>
/// <param name="Label">The label of the line; null where it had none.</param>
/// <param name="Capabilities">What the client and the server agree on once the line was understood.</param>
/// <param name="Who">Whose session it is by then.</param>
internal sealed record IrcReply(IReadOnlyList<IrcItem> Items, string? Label, IrcCapabilities Capabilities, IrcIdentity Who) : Reply
{
    /// <summary>True where the connection ends behind it.</summary>
    public bool Closes { get; init; }

    public override bool EndsSession => Closes;
}
