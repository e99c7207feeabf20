using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Dialects.Alias;
using Confab.Dialects.Console;
using Confab.Dialects.Nul;
using Confab.Dialects.Relay;
using Confab.Dialects.Unframed;

namespace Confab.Dialects.OperatorConsole;

/// <summary>
/// Events as lines of the console, each in the words of the historic server whose member it was. A message of several lines gets its
/// author before each of them, so that nobody can write a line of somebody else's.
/// </summary>
internal sealed class ConsoleLines(RoomName home)
{
    private int _nulSessions;

    public IEnumerable<string> Of(ChatEvent happened) => happened switch
    {
        SignedOn on => SignedOn(on.Who),
        SignedOff off => SignedOff(off.Who),
        MemberJoined joined when TellsRooms(joined.Actor) => [Joined(joined)],
        MemberLeft left when TellsRooms(left.Actor) => [Left(left)],
        MemberKicked kicked => [$"* {kicked.Victim.Nickname} was removed from {kicked.Room} by {kicked.Actor.Nickname}{Because(kicked.Reason)}"],
        NicknameChanged changed => [$"* {changed.Before.Nickname} is now {changed.After.Nickname}"],
        TopicChanged { Text.Length: 0 } topic => [$"* {topic.Actor.Nickname} cleared the topic of {topic.Room}"],
        TopicChanged topic => [$"* {topic.Actor.Nickname} set the topic of {topic.Room}: {topic.Text}"],
        MessagePosted posted when !posted.Actor.IsServer => Lines(posted.Message, InRoom(posted.Room) + Author(posted.Actor, posted.Kind)),
        PrivateMessagePosted message => Lines(message.Message, "(private) " + Author(message.From, message.Kind)),
        _ => [],
    };

    /// <summary>The text's lines, each behind the same words.</summary>
    public static IEnumerable<string> Lines(MessageText text, string before)
    {
        foreach (var line in text.Value.Split('\n'))
        {
            yield return before + line;
        }
    }

    private IEnumerable<string> SignedOn(Participant who)
    {
        switch (who.Origin.Door)
        {
            case RelayDialect.DialectName:
                yield return $"New connection from : {PeerName.Tuple(who.Origin)}";
                break;
            case ConsoleDialect.DialectName:
                yield return $"[NEW CONNECTION] {PeerName.Tuple(who.Origin)} connected.";
                break;
            case NulDialect.DialectName:
                yield return $"{++_nulSessions} clients connected";
                break;
        }
    }

    private IEnumerable<string> SignedOff(Participant who)
    {
        switch (who.Origin.Door)
        {
            case RelayDialect.DialectName:
                yield return "Connection closed";
                break;
            case ConsoleDialect.DialectName:
                yield return $"{PeerName.Tuple(who.Origin)} has disconnected.";
                break;
            case NulDialect.DialectName:
                yield return $"{--_nulSessions} clients connected";
                break;
        }
    }

    // The three others told of connections, which is said at sign-on and sign-off; of rooms they knew nothing.
    private static bool TellsRooms(Participant who) =>
        who.Origin.Door is not (RelayDialect.DialectName or ConsoleDialect.DialectName or NulDialect.DialectName);

    private string Joined(MemberJoined joined) => joined.Actor.Origin.Door == AliasDialect.DialectName
        ? $"{InRoom(joined.Room)}{joined.Actor.Nickname} joined!"
        : $"* {joined.Actor.Nickname} joined {joined.Room}";

    private string Left(MemberLeft left) => left.Actor.Origin.Door == AliasDialect.DialectName
        ? $"{InRoom(left.Room)}{left.Actor.Nickname} left!"
        : $"* {left.Actor.Nickname} left {left.Room}{Because(left.Reason)}";

    private static string Author(Participant who, MessageKind kind)
    {
        var said = kind == MessageKind.Action ? "* " : "";
        return who.Origin.Door switch
        {
            RelayDialect.DialectName => $"{PeerName.Port(who.Origin)}:{said}",
            ConsoleDialect.DialectName => $"<{PeerName.Tuple(who.Origin)}> {said}",
            NulDialect.DialectName => $"{PeerName.Tuple(who.Origin)}: {said}",
            AliasDialect.DialectName => $"{who.Nickname}: {said}",
            _ when kind == MessageKind.Action => $"* {who.Nickname} ",
            _ => $"<{who.Nickname}> ",
        };
    }

    private string InRoom(RoomName room) => room == home ? "" : $"{room} ";

    private static string Because(string? reason) => reason is null ? "" : $" ({reason})";
}
