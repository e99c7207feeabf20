using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;

namespace Confab.Dialects.Operator;

/// <summary>
/// One session of the <c>operator</c> dialect. In lock-step each message opens a turn, which ends with what is said to the client, or with a
/// stopgap when that takes too long. A session that speaks in lines has no turns.
/// </summary>
internal sealed class OperatorSession(DialectOptions options) : UnframedSession(options, OperatorForm.LockStep, OperatorForm.InLines)
{
    private const string Bye = "bye";
    private const string Stopgap = "(no reply yet)";

    // Owned by the showing half: the turns that are open, the oldest first.
    private readonly Queue<Turn> _turns = new();
    private TurnOutput? _output;
    private long _lastTurn;
    private ITimer? _timer;

    protected override bool EndsWithReset => false;

    protected override bool NeedsAnswers => true;

    public override ISessionOutput Wrap(ISessionOutput connection) => _output = new TurnOutput(connection, Options.TurnQueueBytes);

    protected override void Started() =>
        Engine.Submit(new SignOn(PeerName.Port(Engine.Origin), Presence.Quiet, AcceptOther: true, Options.Room));

    protected override void Said(string message)
    {
        if (message == Bye)
        {
            Engine.Submit(new SignOff(Reason: null));
        }
        else
        {
            Engine.Submit(new Post(Options.Room, message));
        }
    }

    protected override void ShowAnswer(in Answer answer, SessionWriter writer)
    {
        switch (answer)
        {
            case { Reply: Posted }:
                BeginTurn();
                break;
            case { Request: Wake wake }:
                // The turn may have got its reply while the timer's word was on its way.
                TrimTurns();
                if (_turns.TryPeek(out var oldest) && oldest.Number <= wake.Token)
                {
                    _output!.EndTurn(Stopgap);
                }

                Watch();
                break;
        }
    }

    protected override void Complain(Refused refused, SessionWriter writer)
    {
        if (!Current.Lines && refused.Code != RefusalCode.NotSignedOn)
        {
            BeginTurn();
        }

        Current.Tell(refused.Text, writer.Buffer);
    }

    protected override void TurnedToLines(SessionWriter writer)
    {
        _turns.Clear();
        _timer?.Dispose();
        _output!.TurnToLines();
    }

    protected override void Leave(in Answer answer, SessionWriter writer) => _timer?.Dispose();

    private void BeginTurn()
    {
        if (Current.Lines)
        {
            return;
        }

        _turns.Enqueue(new Turn(++_lastTurn, Options.Clock.GetTimestamp()));
        _output!.BeginTurn();
        TrimTurns();
        if (_turns.Count == 1)
        {
            Watch();
        }
    }

    private void TrimTurns()
    {
        while (_turns.Count > _output!.OpenTurns)
        {
            _turns.Dequeue();
        }
    }

    private void Watch()
    {
        TrimTurns();
        _timer?.Dispose();
        _timer = null;
        if (_turns.TryPeek(out var turn))
        {
            // Each turn has its own end, also where a client opened several without waiting.
            var rest = Options.TurnTimeout - Options.Clock.GetElapsedTime(turn.Began);
            _timer = Options.Clock.CreateTimer(
                _ => Engine.Submit(new Wake(turn.Number)), null, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private readonly record struct Turn(long Number, long Began);
}
