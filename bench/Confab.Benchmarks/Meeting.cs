using System.Text;
using Confab.Chat;
using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine;
using Confab.Engine.Sessions;
using Confab.Storage.Memory;

namespace Confab.Benchmarks;

/// <summary>An engine with people in its room, whose words lead nowhere.</summary>
internal sealed class Meeting : IDisposable
{
    private readonly MemoryMessageLog _log = new();
    private readonly ChatEngine _engine;
    private readonly Post _words = new(Room, Samples.Message);
    private readonly EngineSession _speaker;
    private readonly NullOutput _output = new();

    public Meeting(string dialect, int members)
    {
        _engine = new ChatEngine(
            new ChatState(new ChatOptions(Room, Name("Server"), new ChatLimits())),
            _log,
            new NumberedIds(),
            TimeProvider.System,
            new EngineOptions(),
            TaskScheduler.Default,
            new FatalEvents());
        var door = Dialect(dialect);
        _speaker = Enter(door, 0);
        for (var member = 1; member < members; member++)
        {
            Enter(door, member);
        }

        Run();
    }

    public static RoomName Room { get; } =
        RoomName.TryCreate("#lobby", out var room, out var problem) ? room : throw new InvalidOperationException(problem);

    public long BytesDelivered => _output.Bytes;

    public static Dialect Dialect(string name) => DialectCatalog.Create(name, new DialectOptions(Room))
        ?? throw new ArgumentException($"There is no dialect '{name}'.", nameof(name));

    public static MessagePosted MessagePosted()
    {
        if (!MessageText.TryCreate(Samples.Message, int.MaxValue, out var text, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        var author = new Participant(new SessionId(1), Name("alice"), new SessionOrigin("text", "127.0.0.1", 50_000), Presence.Announced);
        var posted = new MessagePosted(Room, author, new NumberedIds().Next(DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch, MessageKind.Message, text, Key: null);
        posted.Commit(1);
        return posted;
    }

    /// <summary>One member says something; it waits for the next tick.</summary>
    public void Say() => _speaker.Submit(_words);

    /// <summary>Runs ticks until nothing waits.</summary>
    public void Run()
    {
        while (_engine.Step())
        {
        }
    }

    public void Dispose()
    {
        _engine.Dispose();
        _log.Dispose();
    }

    private static Nickname Name(string name) =>
        Nickname.TryCreate(name, Nickname.DefaultMaxLength, out var nickname, out var problem) ? nickname : throw new InvalidOperationException(problem);

    private EngineSession Enter(Dialect door, int number)
    {
        var view = door.CreateSession();
        var session = _engine.Open(new SessionOrigin(door.Name, "127.0.0.1", 50_000 + number), view.Wrap(_output), view);
        view.Start(session);
        var hello = door.Name switch
        {
            "text" => $"member{number}\n",
            "irc" => $"NICK member{number}\r\nUSER bench 0 * :Bench\r\nJOIN #lobby\r\n",
            "json" => $$"""{"type":"hello","nick":"member{{number}}"}""" + "\n" + """{"type":"join","room":"#lobby"}""" + "\n",
            _ => string.Empty,
        };
        if (hello.Length > 0)
        {
            view.Receive(Encoding.UTF8.GetBytes(hello), endOfRead: true);
        }

        Run();
        return session;
    }
}
