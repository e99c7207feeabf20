using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>Commands of the protocol as requests.</summary>
internal static class JsonRequests
{
    private const string Guest = "guest";
    private const int DefaultLimit = 100;

    /// <summary>What a command that was found to be in order asks for.</summary>
    /// <param name="command">The command.</param>
    /// <param name="client">The client's token, where its hello gave one.</param>
    public static Request Of(JsonCommand command, Guid? client)
    {
        switch (command.Type)
        {
            case JsonTypes.Hello:
                return new SignOn(command.Nick ?? Guest, Presence.Announced, AcceptOther: command.Nick is null);
            case JsonTypes.Tell:
                return new SendPrivateMessage(command.To!, command.Text!);
            case JsonTypes.Nick:
                return new Rename(command.Nick!);
            case JsonTypes.Rooms:
                return new ListRooms();
            case JsonTypes.Find:
                return MessageId.TryParse(command.Id, out var id)
                    ? new FindMessage(id)
                    : new RejectInput(new Refused(RefusalCode.MalformedInput, $"'{command.Id}' is no message id; it has 32 hexadecimal digits."));
            case JsonTypes.Search when command.Room is null:
                return new SearchMessages(command.Words!, Room: null, long.MaxValue, command.Limit ?? DefaultLimit);
            case JsonTypes.Ping:
                return new Ping();
            case JsonTypes.Quit:
                return new SignOff(command.Reason, ByWish: true);
        }

        return RoomName.TryCreate(command.Room, out var room, out var problem)
            ? InRoom(command, room, client)
            : new RejectInput(new Refused(RefusalCode.RoomInvalid, problem));
    }

    private static Request InRoom(JsonCommand command, RoomName room, Guid? client) => command.Type switch
    {
        JsonTypes.Join => new JoinRoom(room),
        JsonTypes.Part => new PartRoom(room, command.Reason),
        JsonTypes.Say => new Post(
            room,
            command.Text!,
            command.Kind == JsonKinds.Action ? MessageKind.Action : MessageKind.Message,
            client is { } token && command.Key is { } key ? new ResendKey(token, key) : null),
        JsonTypes.Topic => new SetTopic(room, command.Text!),
        JsonTypes.Who => new ListMembers(room),
        JsonTypes.History => new ReadHistory(
            room, command.After ?? 0, command.Before ?? long.MaxValue, command.Limit ?? DefaultLimit, FromNewest: command.After is null),
        JsonTypes.Search => new SearchMessages(command.Words!, room, command.Before ?? long.MaxValue, command.Limit ?? DefaultLimit),
        JsonTypes.Kick => new KickMember(room, command.Nick!, command.Reason),
        _ => new RejectInput(new Refused(RefusalCode.UnknownCommand, $"There is no command '{command.Type}'.")),
    };
}
