using System.Text;
using Confab.Cli.Benching.Doors;
using Confab.Cli.Benching.Framing;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;
using Confab.Cli.Benching.Wires;
using Confab.Client;

namespace Confab.Cli.Benching.Running;

/// <summary>One client: signs on, hears everything, has it checked.</summary>
/// <param name="crowd">The others, and what all of them share.</param>
/// <param name="index">Which connection this is.</param>
/// <param name="kind">What it is there for.</param>
/// <param name="framing">How its lines stand in its bytes.</param>
internal sealed class BenchMember(BenchCrowd crowd, int index, MemberKind kind, BenchFraming framing) : IWireUser
{
    private readonly BenchDoor _door = crowd.Plan.Door;
    private readonly int _size = crowd.Plan.Size;
    private readonly ulong _key = crowd.Names.Key;
    private readonly byte[] _keyBytes = crowd.KeyBytes;
    private readonly BenchTally _tally = crowd.Tally;
    private readonly Backlog _backlog = new();
    private SignOnProgress _progress;
    private Wire? _wire;

    public int Index => index;

    public MemberKind Kind => kind;

    /// <summary>The number of its room among those of the members; -1 for idle ones.</summary>
    public int Room { get; } = kind switch
    {
        MemberKind.Member => index % crowd.Plan.Rooms,
        MemberKind.Slow => (index - crowd.Plan.Members) % crowd.Plan.Rooms,
        _ => -1,
    };

    /// <summary>What it has heard of each sender in its room.</summary>
    public Track[] Tracks { get; } = kind == MemberKind.Member ? crowd.TracksOf(index) : [];

    /// <summary>Who sends through this connection.</summary>
    public BenchSender? Sender { get; set; }

    /// <summary>How its lines stand in its bytes.</summary>
    public BenchFraming Framing => framing;

    /// <summary>Whether it is in its room, as far as the server has said.</summary>
    public bool IsIn { get; private set; }

    /// <summary>Whether it has heard the call of the roll.</summary>
    public bool IsOnRoll { get; set; }

    /// <summary>Whether what was sent waits for the server to read.</summary>
    public bool IsBlocked => _backlog.Length > 0;

    public string RoomName => BenchNames.Room(crowd.Plan, index);

    private string Nickname => crowd.Names.Nickname(index);

    public void Opened(Wire wire)
    {
        _wire = wire;
        framing.Opened(this);
    }

    /// <summary>The first line may be said.</summary>
    public void Begin()
    {
        var first = _door.SignOn(Nickname, RoomName);
        if (first.Length > 0)
        {
            Say(first);
        }

        if (!_door.AnswersSignOn)
        {
            Enter();
        }
    }

    public int Take(ReadOnlySpan<byte> bytes)
    {
        crowd.Look();
        return framing.Cut(bytes, this);
    }

    /// <summary>True where none of the lines that stand here are a message of this run, or need an answer.</summary>
    public bool HearsNothingIn(ReadOnlySpan<byte> lines) => IsIn && lines.IndexOf(_keyBytes) < 0 && (_door.Call.IsEmpty || lines.IndexOf(_door.Call) < 0);

    /// <summary>A line has come.</summary>
    public void Hear(ReadOnlySpan<byte> line)
    {
        // What was said is mostly what the line ends with.
        var length = line.Length - (line.Length > 0 && line[^1] == '\r' ? 1 : 0);
        if (length >= _size && BenchMessage.TryRead(line.Slice(length - _size, _size), _key, out var message))
        {
            Hear(message);
        }
        else
        {
            HearOther(line);
        }
    }

    /// <summary>Sends, now or when the server reads.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        var sent = IsBlocked ? 0 : _wire?.TrySend(bytes) ?? bytes.Length;
        _backlog.Add(bytes[sent..]);
    }

    public void Writable()
    {
        _backlog.RemoveFront(_wire!.TrySend(_backlog.Bytes));
        if (!IsBlocked)
        {
            Sender?.Awake();
        }
    }

    public void StopReading() => _wire?.StopReading();

    public void Ended(string reason)
    {
        if (!IsIn)
        {
            throw Failed($"{reason}{crowd.LastHeard}");
        }

        IsIn = false;
        _wire = null;
        _backlog.Clear();
        crowd.Broke(this, $"{Nickname}: {reason}");
    }

    /// <summary>Ends the connection from this side.</summary>
    public void Leave(string reason)
    {
        _wire?.Close();
        Ended(reason);
    }

    public void SayGoodbye()
    {
        if (_door.Goodbye.Length > 0 && IsIn)
        {
            Say(_door.Goodbye);
        }
    }

    /// <summary>Why the run cannot be.</summary>
    public ConnectFailedException Failed(string problem) => new(crowd.Plan.Address, $"connection {index + 1} of {crowd.Plan.Connections}: {problem}.");

    private void Say(string lines) => Send(framing.Wrap(Encoding.UTF8.GetBytes(lines)));

    private void Hear(in BenchMessage message)
    {
        if (message.Sender == RollCall.Sender)
        {
            crowd.Answered(this);
        }
        else if (kind == MemberKind.Member)
        {
            _tally.Heard(this, message, crowd.Now);
        }
    }

    private void HearOther(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf(_keyBytes) is >= 0 and var at)
        {
            if (line.Length - at >= _size && BenchMessage.TryRead(line[at..], _key, out var message))
            {
                Hear(message);
            }
        }
        else if (IsIn)
        {
            if (_door.AnswerTo(line) is { IsEmpty: false } answer)
            {
                Send(framing.Wrap(answer));
            }
        }
        else
        {
            SignOn(line);
        }
    }

    private void SignOn(ReadOnlySpan<byte> line)
    {
        crowd.Note(line);
        var step = _door.Hear(line, ref _progress, Nickname, RoomName);
        if (step.IsRefused)
        {
            throw Failed($"the server refused it{crowd.LastHeard}");
        }

        if (step.Reply is { } reply)
        {
            Say(reply);
        }

        if (step.IsIn)
        {
            Enter();
        }
    }

    private void Enter()
    {
        IsIn = true;
        crowd.Entered(this);
    }
}
