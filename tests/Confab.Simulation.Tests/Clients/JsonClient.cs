using System.Buffers;
using System.Text;
using Confab.Chat.Messages;
using Confab.Protocols.Json;
using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>
/// A program that speaks json and loses nothing: says again what was not acknowledged, resumes where it left off, and reads in the history
/// what it missed.
/// </summary>
internal sealed partial class JsonClient : SimulatedClient
{
    private const string TooSlow = "You read too slowly; what waited for you was dropped.";

    private static readonly string[] _rooms = ["#lobby", "#tea", "#den"];

    private readonly string _token;
    private readonly SortedDictionary<long, JsonAsk> _unacknowledged = [];
    private readonly Dictionary<string, RoomStory> _stories = [];
    private readonly Dictionary<string, JsonAsk> _asked = [];
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, JsonPlace> _places = [];
    private readonly LineReader _reader;
    private long _lastKey;
    private int _lastLabel;

    public JsonClient(SimulatedWorld world, int index, string door)
        : base(world, index, "json", door)
    {
        _token = NewToken(world.Random);
        _reader = new LineReader(TooSlow, HearLine);
    }

    /// <summary>The rooms that it means to sit in, on every connection.</summary>
    public HashSet<string> Wanted { get; } = ["#lobby"];

    protected override void Greet()
    {
        _reader.Reset();
        _asked.Clear();
        _order.Clear();
        _places.Clear();
        Ask(new JsonCommand { Type = JsonTypes.Hello, Nick = Random.Next(4) == 0 ? null : NewNickname(), Client = _token });
        if (Random.Next(2) == 0)
        {
            JoinAll();
        }
    }

    protected override void Quit() => Ask(new JsonCommand { Type = JsonTypes.Quit });

    protected override void Think()
    {
        if (!Visit!.IsSignedOn)
        {
            return;
        }

        var room = _rooms[Random.Next(_rooms.Length)];
        switch (Random.Next(24))
        {
            case 0:
                Wanted.Add(room);
                Join(room);
                break;
            case 1 when room != "#lobby":
                Wanted.Remove(room);
                Ask(new JsonCommand { Type = JsonTypes.Part, Room = room });
                break;
            case 2:
                Ask(new JsonCommand { Type = JsonTypes.Nick, Nick = Random.Next(4) == 0 ? World.AnyNickname() ?? NewNickname() : NewNickname() });
                break;
            case 3:
                var topic = MakeUp(manyLines: false);
                Ask(new JsonAsk(new JsonCommand { Type = JsonTypes.Topic, Room = room, Text = topic.Text }) { Said = topic });
                break;
            case 4 when MakeUpWhisper(manyLines: true) is { } whisper:
                Ask(new JsonCommand { Type = JsonTypes.Tell, To = whisper.Nickname, Text = whisper.Text });
                break;
            case 5:
                ReadHistory(room);
                break;
            case 6:
                LookFor();
                break;
            case 7 or 8:
                Ask(new JsonAsk(new JsonCommand { Type = JsonTypes.Ping }) { Floor = Floor() });
                break;
            case 9 when World.AnyNickname() is { } nickname:
                Ask(new JsonCommand { Type = JsonTypes.Kick, Room = room, Nick = nickname });
                break;
            case 10 when Random.Next(6) == 0:
                Leave();
                break;
            case 11:
                Ask(new JsonCommand { Type = Random.Next(2) == 0 ? JsonTypes.Rooms : JsonTypes.Who, Room = room });
                break;
            case 12 when _unacknowledged.Count > 0:
                SayAgain(_unacknowledged.Values.ElementAt(Random.Next(_unacknowledged.Count)));
                break;
            case 13:
                AskOn();
                break;
            default:
                Say(room);
                break;
        }
    }

    protected override void Hear(string text) => _reader.Hear(Visit!, text);

    /// <summary>Joins what it means to sit in, and asks for what is missing.</summary>
    protected override bool AskOn()
    {
        if (!Visit!.IsSignedOn)
        {
            return false;
        }

        var asked = false;
        foreach (var (room, place) in _places)
        {
            var story = _stories[room];
            if (story.High < place.Watch.Last)
            {
                asked = true;
                Ask(new JsonAsk(new JsonCommand
                {
                    Type = JsonTypes.History,
                    Room = room,
                    After = story.High,
                    Before = story.EndOfGap(place.Watch.Last),
                    Limit = Random.Next(4, 30),
                })
                {
                    Watch = place.Watch,
                    Seen = place.Watch.Last,
                });
            }
        }

        return asked;
    }

    protected override void Check(Visit visit)
    {
        base.Check(visit);
        if (_asked.Count > 0)
        {
            throw new PromiseBroken($"{visit} asked for {_asked.Values.First().Command} and got no reply.");
        }

        foreach (var (room, place) in _places)
        {
            place.EndReplay();
            if (_stories[room].High != Ledger.Last(room))
            {
                throw new PromiseBroken($"{visit} has {room} up to {_stories[room].High} of {Ledger.Last(room)}.");
            }
        }
    }

    /// <summary>Sits down where it meant to and where it had something to say, and says again what nobody acknowledged.</summary>
    public bool CatchUp()
    {
        Wanted.UnionWith(_unacknowledged.Values.Select(ask => ask.Command.Room!));
        var missing = Wanted.Where(room => !_places.ContainsKey(room)).ToArray();
        foreach (var room in missing)
        {
            Join(room);
        }

        foreach (var ask in _unacknowledged.Values.ToArray())
        {
            SayAgain(ask);
        }

        return missing.Length > 0 || _unacknowledged.Count > 0;
    }

    private static string NewToken(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private void JoinAll()
    {
        foreach (var room in Wanted)
        {
            Join(room);
        }
    }

    private void Join(string room) =>
        Ask(new JsonCommand { Type = JsonTypes.Join, Room = room, Since = _stories.TryGetValue(room, out var story) ? story.High : null });

    private void Say(string room)
    {
        var said = MakeUp(manyLines: true);
        var ask = new JsonAsk(new JsonCommand
        {
            Type = JsonTypes.Say,
            Room = room,
            Text = said.Text,
            Kind = Random.Next(6) == 0 ? JsonKinds.Action : null,
            Key = ++_lastKey,
        })
        {
            Said = said,
        };
        _unacknowledged.Add(_lastKey, ask);
        Ask(ask);
    }

    private void SayAgain(JsonAsk ask)
    {
        if (_places.ContainsKey(ask.Command.Room!))
        {
            ask.Said!.Visit = Visit!;
            Ask(ask);
        }
    }

    private void ReadHistory(string room)
    {
        if (_places.TryGetValue(room, out var place))
        {
            Ask(new JsonAsk(new JsonCommand
            {
                Type = JsonTypes.History,
                Room = room,
                Before = Random.Next(2) == 0 ? Random.Next(0, (int)place.Watch.Last + 2) : null,
                After = Random.Next(2) == 0 ? Random.Next(0, (int)place.Watch.Last + 2) : null,
                Limit = Random.Next(3) == 0 ? null : Random.Next(1, 12),
            })
            {
                Watch = place.Watch,
                Seen = place.Watch.Last,
            });
        }
    }

    private void LookFor()
    {
        if (World.AnyToken() is { } token && Ledger.Find(token) is { Kind: not MessageKind.Topic } wanted && _places.TryGetValue(wanted.Room, out var place))
        {
            var command = Random.Next(2) == 0
                ? new JsonCommand { Type = JsonTypes.Find, Id = wanted.Id }
                : new JsonCommand { Type = JsonTypes.Search, Words = token.Word(), Room = Random.Next(2) == 0 ? wanted.Room : null };
            Ask(new JsonAsk(command) { Wanted = wanted, Watch = place.Watch, Seen = place.Watch.Last });
        }
    }

    private void Ask(JsonCommand command) => Ask(new JsonAsk(command));

    private void Ask(JsonAsk ask)
    {
        var label = $"{++_lastLabel}";
        _asked.Add(label, ask);
        if (!ask.IsLookup)
        {
            _order.Enqueue(label);
        }

        var line = new ArrayBufferWriter<byte>();
        JsonCommand.Write(line, ask.Command with { Label = label });
        Enqueue(Encoding.UTF8.GetString(line.WrittenSpan));
    }
}
