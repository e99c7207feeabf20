using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>
/// What the client knows of its rooms: turns what the server sends into events for the reader of the client, in order and complete. Outlives
/// connections. Used by one reader at a time; the nickname may be asked for at any time.
/// </summary>
internal sealed class RoomBook(CommandLane lane)
{
    /// <summary>A page of messages at their longest still fits into a line.</summary>
    private const int PageLength = 100;

    private readonly Dictionary<string, RoomTracker> _rooms = new(StringComparer.OrdinalIgnoreCase);
    private List<ClientEvent> _ready = [];
    private volatile string _nickname = "";

    public string Nickname => _nickname;

    /// <summary>The nickname that was last asked for and given; null while nobody asked for one since the first hello.</summary>
    public string? WantedNickname { get; private set; }

    /// <summary>A connection was welcomed: asks to be let into the rooms again, each from where it was.</summary>
    public void Welcomed(string nickname)
    {
        _nickname = nickname;
        lane.PutFirst([.. _rooms.Values.Select(Rejoin)]);
    }

    /// <summary>The connection broke.</summary>
    public void Interrupted()
    {
        foreach (var tracker in _rooms.Values)
        {
            tracker.Interrupted();
        }
    }

    /// <summary>Takes one line of the server.</summary>
    /// <param name="said">The event or reply.</param>
    /// <param name="ready">Receives what may be shown now.</param>
    public void Take(JsonEvent said, List<ClientEvent> ready)
    {
        _ready = ready;
        if ((said.Label is not null || said.Type == JsonTypes.Error) && lane.Answered(said.Label) is { } pending)
        {
            Learn(pending.Command, said);
            pending.Whenever?.Invoke(said);
            if (said.Type == JsonTypes.Error)
            {
                pending.Fail(new RefusedException(said.Code ?? "", said.Text ?? "The server refused without a reason."));
            }
            else
            {
                pending.Answer(said);
            }
        }
        else if (said.Label is null)
        {
            Hear(said);
        }
    }

    private void Learn(JsonCommand command, JsonEvent reply)
    {
        switch (reply.Type)
        {
            case JsonTypes.Joined:
                Entered(command, reply);
                break;
            case JsonTypes.Sent when command.Type == JsonTypes.Say:
                Hear(new JsonEvent
                {
                    Type = JsonTypes.Message,
                    Room = reply.Room ?? command.Room,
                    From = _nickname,
                    Text = command.Text,
                    Kind = command.Kind ?? JsonKinds.Message,
                    Number = reply.Number,
                    Id = reply.Id,
                    Time = reply.Time,
                });
                break;
            case JsonTypes.Sent when command.Type == JsonTypes.Topic:
                Hear(new JsonEvent
                {
                    Type = JsonTypes.Topic,
                    Room = reply.Room ?? command.Room,
                    By = _nickname,
                    Text = command.Text,
                    Number = reply.Number,
                    Id = reply.Id,
                    Time = reply.Time,
                });
                break;
            case JsonTypes.Ok when command.Type == JsonTypes.Nick:
                _nickname = command.Nick ?? _nickname;
                WantedNickname = _nickname;
                break;
            case JsonTypes.Ok when command.Type == JsonTypes.Part:
                _rooms.Remove(command.Room ?? "");
                break;
            default:
                break;
        }
    }

    private void Hear(JsonEvent said)
    {
        var isOwn = said.Type switch
        {
            JsonTypes.Message => said.From == _nickname || lane.Owes(said.Room, said.Text),
            JsonTypes.Topic => said.By == _nickname,
            _ => false,
        };

        if (said.Type == JsonTypes.Rename && said.From == _nickname)
        {
            _nickname = said.To ?? _nickname;
        }

        var entry = new ServerSaid(said, isOwn);
        if (said.Type is JsonTypes.Message or JsonTypes.Topic && _rooms.TryGetValue(said.Room ?? "", out var tracker))
        {
            Fetch(tracker, tracker.Take(entry, _ready));
            return;
        }

        _ready.Add(entry);
        if (said.Type == JsonTypes.Kick && said.Nick == _nickname)
        {
            _rooms.Remove(said.Room ?? "");
        }
    }

    private void Entered(JsonCommand command, JsonEvent joined)
    {
        var room = joined.Room ?? command.Room ?? "";
        var last = joined.Last ?? 0;
        if (!_rooms.TryGetValue(room, out var tracker))
        {
            tracker = new RoomTracker(room, command.Since ?? last);
            _rooms.Add(room, tracker);
        }

        Fetch(tracker, tracker.Entered(last));
        if (last > tracker.Last)
        {
            // The reply comes behind the replay: then it is known whether the server left something out.
            lane.PutFirst(lane.Own(
                new JsonCommand { Type = JsonTypes.Ping },
                _ => Fetch(tracker, tracker.Replayed())));
        }
    }

    private Pending<JsonCommand, JsonEvent> Rejoin(RoomTracker tracker) => lane.Own(
        new JsonCommand { Type = JsonTypes.Join, Room = tracker.Room, Since = tracker.Last },
        reply =>
        {
            if (reply.Type == JsonTypes.Error)
            {
                _rooms.Remove(tracker.Room);
                _ready.Add(new RoomLost(tracker.Room, reply.Code ?? "", reply.Text ?? ""));
            }
        });

    private void Fetch(RoomTracker tracker, Gap? wanted)
    {
        if (wanted is not { } gap)
        {
            return;
        }

        lane.PutFirst(lane.Own(
            new JsonCommand { Type = JsonTypes.History, Room = tracker.Room, After = gap.After, Before = gap.Before, Limit = PageLength },
            reply => Fetch(
                tracker,
                reply.Type == JsonTypes.Error
                    ? tracker.GaveUp(reply.Text ?? "", _ready)
                    : tracker.Filled([.. (reply.Messages ?? []).Select(AsEntry)], reply.More ?? false, _ready))));
    }

    private ServerSaid AsEntry(JsonEvent message) =>
        new(message, message.From == _nickname || lane.Owes(message.Room, message.Text));
}
