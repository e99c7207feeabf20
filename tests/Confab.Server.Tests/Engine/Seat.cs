using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;

namespace Confab.Server.Tests.Engine;

/// <summary>A session without a connection: keeps the answers and events that it is shown.</summary>
internal sealed class Seat : ISessionView, ISessionOutput
{
    private readonly EngineSession _session;

    private Seat(ChatEngine engine) => _session = engine.Open(new SessionOrigin("test", "127.0.0.1", 1), this, this);

    public List<Reply> Replies { get; } = [];

    public List<ChatEvent> Happenings { get; } = [];

    /// <summary>The room events, as the form wrote them.</summary>
    public List<string> Heard { get; } = [];

    public CloseStyle? Closed { get; private set; }

    /// <summary>Called before an answer is kept; may throw, as a defect would.</summary>
    public Action<Answer> OnAnswer { get; set; } = _ => { };

    /// <summary>Called before an event is kept; may throw, as a defect would.</summary>
    public Action<ChatEvent> OnEvent { get; set; } = _ => { };

    public WireForm Form { get; set; } = SeatForm.Instance;

    public EngineSession Session => _session;

    /// <summary>The operator of the server: speaks as the server and sees everything.</summary>
    public static Seat Operator(ChatEngine engine) => Open(engine, new SignOn("Server", Presence.Operator, AcceptOther: false));

    public static Seat Member(ChatEngine engine, string nickname, RoomName room) =>
        Open(engine, new SignOn(nickname, Presence.Announced, AcceptOther: false, room));

    public void Ask(Request request) => _session.Submit(request);

    public void Show(in Answer answer, SessionWriter writer)
    {
        OnAnswer(answer);
        Replies.Add(answer.Reply);
    }

    public void Show(ChatEvent happened, SessionWriter writer)
    {
        writer.Message("for this seat alone");
        OnEvent(happened);
        Happenings.Add(happened);
    }

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        foreach (var segment in segments)
        {
            Heard.Add(System.Text.Encoding.UTF8.GetString(segment.Bytes));
        }
    }

    public void Close(CloseStyle style) => Closed = style;

    private static Seat Open(ChatEngine engine, SignOn signOn)
    {
        var seat = new Seat(engine);
        seat.Ask(signOn);
        return seat;
    }
}
