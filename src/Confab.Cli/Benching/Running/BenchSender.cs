using System.Text;
using Confab.Cli.Benching.Framing;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Running;

/// <summary>What one member says: a message made once, which is stamped and sent again and again.</summary>
/// <param name="plan">What is measured.</param>
/// <param name="index">Which sender this is.</param>
internal sealed class BenchSender(BenchPlan plan, int index)
{
    private const int BatchSize = 64 * 1024;

    private byte[] _batch = [];
    private int _lineLength;
    private int _textAt;
    private BenchTally? _tally;
    private BenchMember? _member;
    private Action<BenchSender>? _awake;
    private bool _isAwake;

    public int Index => index;

    /// <summary>The number of its room.</summary>
    public int Room { get; } = index % plan.Rooms;

    /// <summary>Its place in the room, among members and among senders: senders come first.</summary>
    public int Place { get; } = index / plan.Rooms;

    /// <summary>How many members of the room can be witnesses.</summary>
    public int Hearers { get; } = plan.MembersIn(index % plan.Rooms) - 1;

    public int Sent { get; private set; }

    /// <summary>How many of its messages a witness has.</summary>
    public int Heard { get; private set; }

    /// <summary>Messages that were sent within the measured time.</summary>
    public int Measured { get; private set; }

    public bool CanSpeak => _member is { IsBlocked: false, IsIn: true };

    /// <summary>Makes the message.</summary>
    /// <param name="member">Whose connection is used.</param>
    /// <param name="crowd">Is told, once until <see cref="Asleep"/>, when there may be something to say.</param>
    public void SpeakThrough(BenchMember member, BenchCrowd crowd)
    {
        (_member, _tally, _awake) = (member, crowd.Tally, crowd.Eager.Add);
        member.Sender = this;
        var line = Line(plan, member.Framing, crowd.Names.Key, member.RoomName, out _textAt);
        _lineLength = line.Length;
        _batch = new byte[Math.Max(1, BatchSize / line.Length) * line.Length];
        for (var at = 0; at < _batch.Length; at += line.Length)
        {
            line.CopyTo(_batch, at);
        }
    }

    /// <summary>Makes a line with a message that is not stamped yet.</summary>
    /// <param name="plan">What is measured.</param>
    /// <param name="framing">How lines stand in the bytes.</param>
    /// <param name="key">What the message begins with.</param>
    /// <param name="room">Where it is said.</param>
    /// <param name="textAt">Where the message begins in the line.</param>
    public static byte[] Line(BenchPlan plan, BenchFraming framing, ulong key, string room, out int textAt)
    {
        var text = new byte[plan.Size];
        BenchMessage.Prepare(text, key);
        byte[] plain = [.. Encoding.UTF8.GetBytes(plan.Door.Front(room)), .. text, .. Encoding.UTF8.GetBytes(plan.Door.Back)];
        var line = framing.Wrap(plain);
        textAt = line.AsSpan().IndexOf(text.AsSpan(0, sizeof(ulong)));
        return line;
    }

    /// <summary>A witness has a message of this sender.</summary>
    public void Done()
    {
        Heard++;
        Awake();
    }

    /// <summary>There may be something to say.</summary>
    public void Awake()
    {
        if (!_isAwake)
        {
            _isAwake = true;
            _awake?.Invoke(this);
        }
    }

    public void Asleep() => _isAwake = false;

    /// <summary>Says so many messages, or fewer where the server does not read.</summary>
    /// <param name="count">How many.</param>
    /// <param name="firstTime">When the first one was due, in nanoseconds since the run began.</param>
    /// <param name="interval">How much later each further one was due.</param>
    /// <returns>How many were said.</returns>
    public int Speak(int count, double firstTime, double interval)
    {
        var said = 0;
        while (said < count && CanSpeak)
        {
            var length = 0;
            for (; said < count && length < _batch.Length; said++, length += _lineLength)
            {
                var time = (long)(firstTime + (said * interval));
                new BenchMessage(index, ++Sent, time).Stamp(_batch.AsSpan(length + _textAt));
                Measured += time >= _tally!.From && time <= _tally.Until ? 1 : 0;
            }

            _member!.Send(_batch.AsSpan(0, length));
        }

        return said;
    }
}
