using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>
/// A message from one user to one other. It is remembered where both have accounts. Otherwise it is delivered and kept nowhere: a nickname
/// that belongs to nobody may be taken by anybody next, who could then read it.
/// </summary>
public sealed record PrivateMessagePosted(
    Participant From,
    Participant To,
    MessageId Id,
    DateTimeOffset Time,
    MessageKind Kind,
    MessageText Message,
    ResendKey? Key = null)
    : RoomEntry(RoomName.OfConversation(From.Account ?? From.Nickname.Text, To.Account ?? To.Nickname.Text), From, Id, Time, Kind, Message.Value, Key)
{
    /// <summary>False where a person's secret stands in it, such as a password for a service.</summary>
    public bool MayBeRemembered { get; init; } = true;

    public override string? Formatted => Message.HasFormatting ? Message.Formatted : null;

    public override bool IsRemembered => MayBeRemembered && From.Account is not null && To.Account is not null;
}
