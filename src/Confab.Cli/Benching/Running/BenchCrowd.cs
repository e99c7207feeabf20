using System.Buffers.Binary;
using System.Text;
using Confab.Cli.Benching.Framing;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Running;

/// <summary>Everybody who takes part in a measurement, and what they share. Belongs to the thread that owns the connections.</summary>
internal sealed class BenchCrowd
{
    private const int LongestNote = 200;
    private const string WebSocketPath = "/irc";

    private readonly BenchClock _clock;
    private readonly byte[] _note = new byte[LongestNote];
    private int _noteLength = -1;

    public BenchCrowd(BenchPlan plan, BenchNames names, BenchClock clock)
    {
        (Plan, Names, _clock) = (plan, names, clock);
        BinaryPrimitives.WriteUInt64BigEndian(KeyBytes, names.Key);
        Senders = [.. Enumerable.Range(0, plan.Senders).Select(index => new BenchSender(plan, index))];
        Tally = new BenchTally(Senders, plan.Door.Echoes);
        var lines = new LineFraming(plan.Door.End);
        Members = [.. Enumerable.Range(0, plan.Connections).Select(index =>
            new BenchMember(this, index, Kind(index), plan.WebSocket ? new WebSocketFraming(plan.Address, WebSocketPath) : lines))];
        foreach (var sender in Senders)
        {
            sender.SpeakThrough(Members[sender.Index], this);
        }
    }

    public BenchPlan Plan { get; }

    public BenchNames Names { get; }

    public byte[] KeyBytes { get; } = new byte[sizeof(ulong)];

    /// <summary>All connections: members, slow ones, idle ones.</summary>
    public IReadOnlyList<BenchMember> Members { get; }

    public IReadOnlyList<BenchSender> Senders { get; }

    /// <summary>Senders that may have something to say now.</summary>
    public List<BenchSender> Eager { get; } = [];

    public BenchTally Tally { get; }

    /// <summary>When the bytes that are being read came, in nanoseconds since the run began.</summary>
    public long Now { get; private set; }

    /// <summary>How many are in their rooms.</summary>
    public int In { get; private set; }

    /// <summary>How many have answered the roll.</summary>
    public int OnRoll { get; private set; }

    /// <summary>Why connections were lost.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>What was last said to somebody who was not in yet, as the end of a sentence.</summary>
    public string LastHeard => _noteLength < 0
        ? "; nothing was heard from the server"
        : $"; the last thing heard was \"{Encoding.UTF8.GetString(_note.AsSpan(0, _noteLength)).TrimEnd('\r')}\"";

    /// <summary>Reads the clock.</summary>
    public void Look() => Now = _clock.Now;

    public void Entered(BenchMember member) => In++;

    public void Broke(BenchMember member, string reason)
    {
        In--;
        Broken.Add(reason);
    }

    public void Answered(BenchMember member)
    {
        if (!member.IsOnRoll)
        {
            member.IsOnRoll = true;
            OnRoll++;
        }
    }

    public void Note(ReadOnlySpan<byte> line)
    {
        _noteLength = Math.Min(line.Length, LongestNote);
        line[.._noteLength].CopyTo(_note);
    }

    /// <summary>What a member expects of each sender in its room.</summary>
    public Track[] TracksOf(int member)
    {
        var room = member % Plan.Rooms;
        var tracks = new Track[Plan.SendersIn(room)];
        for (var sender = 0; sender < tracks.Length; sender++)
        {
            tracks[sender] = Track.Of(member / Plan.Rooms, sender, Plan.MembersIn(room));
        }

        return tracks;
    }

    private MemberKind Kind(int index) =>
        index < Plan.Members ? MemberKind.Member : index < Plan.Members + Plan.Slow ? MemberKind.Slow : MemberKind.Idle;
}
