using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Showing;

namespace Confab.Dialects.Irc.Commands;

/// <summary>A history that somebody may read: a room that they sit in, or the conversation of their account with another.</summary>
/// <param name="Room">The name under which the log has it.</param>
/// <param name="LastNumber">The number of its newest entry.</param>
/// <param name="View">How its lines are shown to them.</param>
internal sealed record HistorySource(RoomName Room, long LastNumber, HistoryView View)
{
    private const int AnyNameLength = 256;

    /// <summary>
    /// The history that a target means to a user. Null where there is none, or none that they may read; which of the two it is, is not told.
    /// </summary>
    public static HistorySource? Find(ChatState state, User reader, string target)
    {
        if (target.StartsWith('#'))
        {
            return RoomName.TryCreate(target, out var name, out _) && state.FindRoom(name) is { } room && Gate.May(reader, Deed.Read, room)
                ? new HistorySource(room.Name, room.LastNumber, new HistoryView(room.Name.Text))
                : null;
        }

        if (!Nickname.TryCreate(target, AnyNameLength, out var wanted, out _))
        {
            return null;
        }

        // Without an account nobody can prove that a conversation was theirs: it is not kept then.
        var other = state.FindUser(target);
        if (KeyOf(reader.Account) is not { } own || (other is not null && other.Account is null))
        {
            return other is null ? null : Nothing(reader, other);
        }

        var conversation = state.Conversations.Find(RoomName.OfConversation(own, KeyOf(other?.Account) ?? wanted.Key));
        if (conversation is null)
        {
            return other is null ? null : Nothing(reader, other);
        }

        var view = new HistoryView(other?.Nickname.Text ?? target) { OwnAccountKey = own, OwnNickname = reader.Nickname.Text };
        return new HistorySource(conversation.Name, conversation.LastNumber, view);
    }

    /// <summary>An account's name as it is compared; null for none.</summary>
    public static string? KeyOf(string? account) => Nickname.TryCreate(account, AnyNameLength, out var name, out _) ? name.Key : null;

    // The log knows no such conversation, and answers that it is empty.
    private static HistorySource Nothing(User reader, User other) =>
        new(RoomName.OfConversation(reader.Nickname.Text, other.Nickname.Text), LastNumber: 0, new HistoryView(other.Nickname.Text)) { IsEmpty = true };

    /// <summary>True where nothing was ever kept of it, so that there is nothing to look up.</summary>
    public bool IsEmpty { get; private init; }
}
