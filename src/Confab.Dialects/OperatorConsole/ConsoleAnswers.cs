using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Engine.Delivery;

namespace Confab.Dialects.OperatorConsole;

/// <summary>The answers to what the operator asked, as lines.</summary>
internal static class ConsoleAnswers
{
    public static IEnumerable<string> Of(Answer answer) => (answer.Reply, answer.Request) switch
    {
        (_, ConsoleHelp) => ConsoleCommands.Help,
        (Refused { Code: RefusalCode.NotMember }, ListMembers asked) => [$"! There is no room {asked.Room}. /rooms lists them."],
        (Refused refused, _) => [$"! {refused.Text}"],
        (MembersListed listed, _) => Members(listed),
        (RoomsListed listed, _) => listed.Rooms.Select(Room),
        (TopicShown { Topic: { } topic } shown, _) => [$"The topic of {shown.Room}, set by {topic.Author}: {topic.Text}"],
        (TopicShown shown, _) => [$"{shown.Room} has no topic."],
        (PrivateMessageSent sent, _) => ConsoleLines.Lines(sent.Message.Message, $"-> {sent.Message.To.Nickname}: "),
        _ => [],
    };

    private static IEnumerable<string> Members(MembersListed listed)
    {
        yield return listed.Members.Count == 0 ? $"Nobody is in {listed.Room}." : $"{listed.Members.Count} in {listed.Room}:";
        foreach (var member in listed.Members)
        {
            var origin = member.Who.Origin;
            var rank = member.Rank >= Rank.Operator ? ", room operator" : "";
            yield return $"  {member.Who.Nickname} ({origin.Door} from {origin.Address} port {origin.Port}{rank})";
        }
    }

    private static string Room(RoomShown room) => $"  {room.Room}: {room.Members} here{(room.Topic is null ? "" : $", topic: {room.Topic}")}";
}
