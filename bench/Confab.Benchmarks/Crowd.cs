using System.Text;
using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine;

namespace Confab.Benchmarks;

/// <summary>
/// A room full of people of one door, of whom eight talk: their bytes go in at the dialect, and the encoded ticks lead nowhere. Turned by hand on
/// one thread, without a network and with a log that keeps nothing.
/// </summary>
internal sealed class Crowd : IDisposable
{
    public const int Speakers = 8;

    private readonly ForgetfulLog _log = new();
    private readonly NullOutput _output = new();
    private readonly List<DialectSession> _speakers = [];
    private readonly ChatEngine _engine;
    private readonly byte[] _line;

    /// <param name="door">The dialect: <c>text</c>, <c>irc</c>, or one that needs no sign-on.</param>
    /// <param name="members">How many sit in the room, the speakers too.</param>
    /// <param name="capabilities">What IRC clients ask for, separated by spaces; empty for clients of the oldest kind.</param>
    public Crowd(string door, int members, string capabilities = "")
    {
        _engine = new ChatEngine(
            new ChatState(new ChatOptions(Meeting.Room, Name("Server"), new ChatLimits())),
            _log,
            new NumberedIds(),
            TimeProvider.System,
            new EngineOptions(),
            TaskScheduler.Default,
            new FatalEvents());
        _line = Encoding.UTF8.GetBytes(door switch
        {
            "irc" => $"PRIVMSG #lobby :{Samples.Message}\r\n",
            "json" => Samples.JsonSay(1) + "\n",
            "nul" => Samples.Message + "\0",
            _ => Samples.Message + "\n",
        });
        var dialect = Meeting.Dialect(door);
        for (var member = 0; member < members; member++)
        {
            var session = Enter(dialect, member, capabilities);
            if (member < Speakers)
            {
                _speakers.Add(session);
            }
        }
    }

    public long BytesDelivered => _output.Bytes;

    /// <summary>Each speaker says something, and one tick delivers it all.</summary>
    public void Round()
    {
        foreach (var speaker in _speakers)
        {
            speaker.Receive(_line, endOfRead: true);
        }

        Run();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _log.Dispose();
    }

    private static Nickname Name(string name) =>
        Nickname.TryCreate(name, Nickname.DefaultMaxLength, out var nickname, out var problem) ? nickname : throw new InvalidOperationException(problem);

    private DialectSession Enter(Dialect door, int number, string capabilities)
    {
        var view = door.CreateSession();
        var session = _engine.Open(new SessionOrigin(door.Name, "127.0.0.1", 10_000 + number), view.Wrap(_output), view);
        view.Start(session);
        var hello = door.Name switch
        {
            "text" => $"member{number}\n",
            "irc" => $"{(capabilities.Length == 0 ? "" : $"CAP REQ :{capabilities}\r\nCAP END\r\n")}NICK member{number}\r\nUSER bench 0 * :Bench\r\nJOIN #lobby\r\n",
            "json" => $$"""{"type":"hello","nick":"member{{number}}"}""" + "\n" + """{"type":"join","room":"#lobby"}""" + "\n",
            "alias" => $"member{number}\n",
            _ => string.Empty,
        };
        if (hello.Length > 0)
        {
            view.Receive(Encoding.UTF8.GetBytes(hello), endOfRead: true);
        }

        Run();
        return view;
    }

    private void Run()
    {
        while (_engine.Step())
        {
        }
    }
}
