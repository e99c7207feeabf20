using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Engine.Delivery;
using Confab.Engine.Lookups;
using Confab.Storage;

namespace Confab.Dialects.Text;

/// <summary>How answers read in the text dialect.</summary>
internal static class TextReplies
{
    /// <summary>A line that lists a whole crowd helps nobody.</summary>
    private const int NamesShown = 50;

    public static void SignedOn(SignedOnAs on, IReadOnlyList<LogEntry> recent, TickBuffer output)
    {
        if (on.Room is not { } room)
        {
            TextLines.Note($"You are {on.Who.Nickname.Text}. /help lists the commands.", output);
            return;
        }

        Past(recent, output);
        TextLines.Note($"You are {on.Who.Nickname.Text} in {room.Room.Text}. {Here(room.Members)} /help lists the commands.", output);
        Topic(room.Topic, output);
    }

    public static void Entered(RoomEntered entered, IReadOnlyList<LogEntry> recent, TickBuffer output)
    {
        Past(recent, output);
        TextLines.Note($"You are in {entered.Room.Text}, and speak there. {Here(entered.Members)}", output);
        Topic(entered.Topic, output);
    }

    public static void Found(Request? asked, EntriesFound found, TickBuffer output)
    {
        var search = asked as SearchMessages;
        if (found.Entries.Count == 0)
        {
            TextLines.Note(search is null ? "No messages." : $"Nothing found for: {search.Words}", output);
            return;
        }

        foreach (var entry in found.Entries)
        {
            TextLines.Past(entry, withRoom: search is not null, output);
        }

        var more = found.More ? ", and there are more" : string.Empty;
        TextLines.Note(search is null ? $"{Count(found.Entries.Count, "message")}{more}." : $"{Count(found.Entries.Count, "message")} found, newest first{more}.", output);
    }

    public static void Private(string mark, string nickname, MessageKind kind, MessageText text, TickBuffer output)
    {
        foreach (var line in text.Lines)
        {
            output.Write(mark);
            TextLines.Said(kind, nickname, line, output);
        }
    }

    /// <summary>Somebody who leaves the room that they speak in wants to know where their next line goes.</summary>
    public static void Left(RoomLeft left, RoomName? speaksIn, RoomName home, TickBuffer output) => TextLines.Note(
        speaksIn is null
            ? $"You left {left.Room.Text} and are in no room. /join {home.Text} to talk."
            : $"You left {left.Room.Text}. You speak in {speaksIn.Text}.",
        output);

    /// <summary>Shows the answers that are one or a few lines and need no more than themselves.</summary>
    public static void Show(Request? asked, Reply reply, TickBuffer output)
    {
        switch (reply)
        {
            case Refused refused:
                TextLines.Note(refused.Text, output);
                break;
            case Renamed renamed:
                TextLines.Note($"You are now {renamed.Nickname.Text}.", output);
                break;
            case PrivateMessageSent sent:
                Private($"(private to {sent.Message.To.Nickname.Text}) ", sent.Message.From.Nickname.Text, sent.Message.Kind, sent.Message.Message, output);
                break;
            case MembersListed listed:
                TextLines.Note($"{listed.Room.Text}: {Here(listed.Members)}", output);
                break;
            case RoomsListed listed:
                foreach (var room in listed.Rooms)
                {
                    TextLines.Note($"{room.Room.Text}, {Count(room.Members, "member")}{(room.Topic is null ? string.Empty : $": {room.Topic}")}", output);
                }

                break;
            case TopicShown { Topic: null } shown:
                TextLines.Note($"{shown.Room.Text} has no topic.", output);
                break;
            case TopicShown shown:
                Topic(shown.Topic, output);
                break;
            case Posted when asked is SetTopic topic:
                TextLines.Note(topic.Text.Length == 0 ? "The topic is cleared." : "The topic is set.", output);
                break;
            case Done when asked is KickMember kick:
                TextLines.Note($"{kick.Nickname} was removed from {kick.Room.Text}.", output);
                break;
        }
    }

    private static void Past(IReadOnlyList<LogEntry> entries, TickBuffer output)
    {
        foreach (var entry in entries)
        {
            TextLines.Past(entry, withRoom: false, output);
        }
    }

    private static void Topic(Topic? topic, TickBuffer output)
    {
        if (topic is not null)
        {
            TextLines.Note($"Topic: {topic.Text} (set by {topic.Author})", output);
        }
    }

    private static string Here(IReadOnlyList<MemberShown> members)
    {
        var names = string.Join(", ", members.Take(NamesShown).Select(Name));
        return members.Count > NamesShown
            ? $"{members.Count} are here: {names} and {members.Count - NamesShown} more."
            : $"{members.Count} here: {names}.";
    }

    private static string Name(MemberShown member) =>
        member.Rank >= Rank.Operator ? $"{member.Who.Nickname.Text} (operator)" : member.Who.Nickname.Text;

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
