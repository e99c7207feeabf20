using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine.Sessions;

namespace Confab.Engine.Delivery;

// What those who sit in a room hear.
internal sealed partial class DeliveryLoop
{
    private void SpreadToRoom(RoomName room, ChatEvent happened, Participant actor, EngineSession asker)
    {
        if (_attendance.FindFeed(room) is not { } feed)
        {
            return;
        }

        for (var i = 0; i < feed.Audiences.Count; i++)
        {
            var hearing = feed.Audiences[i];
            if (hearing.IsEmpty || !TryEncode(hearing, happened, out var segment) || segment.End == segment.First)
            {
                continue;
            }

            var form = hearing.Form;
            var except = form.AnswersOwnDeeds ? asker.Id : form.Echoes(happened) ? default : actor.Session;
            if (happened is RoomEvent { Audience: null } && (happened is RoomEntry || !HasOtherSessions(actor, asker)))
            {
                SpreadToAll(hearing, segment, except);
            }
            else
            {
                SpreadToSome(hearing, segment, happened, except);
            }
        }
    }

    // Others may have been told already that their user came in. The asker itself may be in another shard.
    private bool HasOtherSessions(Participant actor, EngineSession asker) =>
        _attendance.FirstOf(actor) is { } first && (first != asker || first.NextOfUser is not null);

    // What everybody in one room hears, all but one: the way of nearly everything that is said, and of those who come and go.
    private void SpreadToAll(RoomAudience hearing, in Segment segment, SessionId except)
    {
        foreach (var session in hearing.Guests)
        {
            if (session.Id != except)
            {
                _outbox.Add(session, segment);
            }
        }

        if (_attendance.Find(except) is { } spared && spared.Home == hearing)
        {
            _outbox.Spare(spared, segment);
        }
    }

    private void SpreadToSome(RoomAudience hearing, in Segment segment, ChatEvent happened, SessionId except)
    {
        foreach (var session in hearing.Guests)
        {
            if (Hears(session, happened, except))
            {
                _outbox.Add(session, segment);
            }
        }

        foreach (var session in hearing.Residents)
        {
            if (!Hears(session, happened, except))
            {
                _outbox.Spare(session, segment);
            }
        }
    }

    // The stamp keeps an event that spreads to several rooms from reaching anybody twice.
    private bool Hears(EngineSession session, ChatEvent happened, SessionId except)
    {
        if (session.SeenStamp == _stamp
            || session.Id == except
            || (happened is RoomEvent { Audience: { } audience } && !audience.Contains(session.User))
            || (happened is UserEvent { ForOthersOnly: true } own && own.Actor.User == session.User))
        {
            return false;
        }

        session.SeenStamp = _stamp;
        return true;
    }

    // A form that cannot say something ends the sessions that should have heard it: they are told nothing wrong, and nobody else notices.
    private bool TryEncode(RoomAudience hearing, ChatEvent happened, out Segment segment)
    {
        try
        {
            segment = _outbox.Encode(hearing, happened);
            return true;
        }
        catch (Exception defect)
        {
            foreach (var session in hearing.Residents.Concat(hearing.Guests))
            {
                Break(session, defect);
            }

            segment = default;
            return false;
        }
    }
}
