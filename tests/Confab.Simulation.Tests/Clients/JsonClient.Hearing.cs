using Confab.Chat.Messages;
using Confab.Protocols.Json;
using Confab.Simulation.Tests.Oracle;

namespace Confab.Simulation.Tests.Clients;

/// <summary>What a json client makes of each line.</summary>
internal sealed partial class JsonClient
{
    private void HearLine(string line)
    {
        var visit = Visit!;

        // At the text door the greeting comes before the choice.
        if (!visit.IsSignedOn && line.StartsWith("* ", StringComparison.Ordinal))
        {
            return;
        }

        if (!JsonEvent.Parse(line, out var heard, out var error))
        {
            throw new PromiseBroken($"{visit} got a line that is no json: {error} {line}");
        }

        if (heard.Label is { } label)
        {
            if (!_asked.Remove(label, out var ask))
            {
                throw new PromiseBroken($"{visit} got an answer to a question that it did not ask, or a second one: {line}");
            }

            if (!ask.IsLookup && _order.Dequeue() != label)
            {
                throw new PromiseBroken($"{visit} got an answer out of turn: {line}");
            }

            Answered(visit, ask, heard);
        }
        else
        {
            Happened(visit, heard);
        }
    }

    private void Answered(Visit visit, JsonAsk ask, JsonEvent reply)
    {
        switch (reply.Type)
        {
            case JsonTypes.Welcome:
                visit.IsSignedOn = true;
                visit.Nickname = reply.Nick;
                if (_asked.Values.All(other => other.Command.Type != JsonTypes.Join))
                {
                    JoinAll();
                }

                break;
            case JsonTypes.Joined:
                Joined(visit, ask, reply);
                break;
            case JsonTypes.Sent:
                Acknowledged(visit, ask, reply);
                break;
            case JsonTypes.Ok when ask.Command.Type == JsonTypes.Part:
                Left(visit, ask.Command.Room!);
                break;
            case JsonTypes.Ok when ask.Command.Type == JsonTypes.Nick:
                visit.Nickname = ask.Command.Nick;
                World.Tally.Count(Corner.Renamed);
                break;
            case JsonTypes.Pong:
                Ponged(ask.Floor);
                break;
            case JsonTypes.History:
                Found(visit, ask, reply);
                break;
            case JsonTypes.Error:
                Refused(visit, ask, reply);
                break;
        }
    }

    private void Happened(Visit visit, JsonEvent heard)
    {
        switch (heard.Type)
        {
            case JsonTypes.Message or JsonTypes.Topic:
                var entry = Ledger.Shown(heard.Room, heard.Number, visit);
                IsSame(visit, entry, heard);
                if (!_places.TryGetValue(entry.Room, out var place) || (entry.Number > place.Watch.Last && entry.Said?.Visit == visit))
                {
                    throw new PromiseBroken($"{visit} was shown {entry}, its own or of a room that it is not in.");
                }

                place.Saw(entry);
                _stories[entry.Room].Add(entry);
                World.Saw(entry);
                break;
            case JsonTypes.Private:
                HearWhisper(visit, heard);
                break;
            case JsonTypes.Notice:
                Token.TryRead(heard.Text, out var token, out _);
                if (Ledger.Shown(token, visit) is not { Kind: MessageKind.Notice } || _places.ContainsKey("#lobby"))
                {
                    throw new PromiseBroken($"{visit} was told '{heard.Text}' beside the room.");
                }

                break;
            case JsonTypes.Kick when heard.Nick == visit.Nickname:
                World.Tally.Count(Corner.Kicked);
                Left(visit, heard.Room!);
                break;
        }
    }

    private void Joined(Visit visit, JsonAsk ask, JsonEvent reply)
    {
        var room = reply.Room!;
        var last = reply.Last ?? throw new PromiseBroken($"{visit} joined {room} and was not told the last number.");
        if (last > Ledger.Last(room))
        {
            throw new PromiseBroken($"{visit} joined {room} at {last}, where the log ends at {Ledger.Last(room)}.");
        }

        if (_places.TryGetValue(room, out var place))
        {
            if (last > place.Watch.Last)
            {
                throw new PromiseBroken($"{visit} was told that {room} ends at {last}, and was shown only {place.Watch.Last}.");
            }

            return;
        }

        var topic = Ledger.Topic(room, last)?.Text;
        if (reply.Topic != topic)
        {
            throw new PromiseBroken($"{visit} joined {room} at {last} and was told the topic '{reply.Topic}', which is '{topic}'.");
        }

        var watch = new RoomWatch(Ledger, room, visit, last, isExact: true);
        visit.Rooms.Add(room, watch);
        _places.Add(room, new JsonPlace(visit, watch, ask.Command.Since, last));
        _stories.TryAdd(room, new RoomStory(last));
        if (ask.Command.Since < last)
        {
            World.Tally.Count(Corner.Resumed);
        }

        foreach (var unacknowledged in _unacknowledged.Values.Where(one => one.Command.Room == room && !_asked.ContainsValue(one)).ToArray())
        {
            SayAgain(unacknowledged);
        }
    }

    private void Left(Visit visit, string room)
    {
        visit.Rooms.Remove(room);
        _places.Remove(room);
    }

    private void Acknowledged(Visit visit, JsonAsk ask, JsonEvent reply)
    {
        var entry = Ledger.Shown(reply.Room, reply.Number, visit);
        if (entry.Id != reply.Id || entry.Said != ask.Said || reply.Key != ask.Command.Key || reply.Time != JsonTime.Format(entry.Time))
        {
            throw new PromiseBroken($"{visit} had {ask.Said!.Token} acknowledged as {reply}, and the log has {entry}.");
        }

        if (ask.Command.Key is { } key)
        {
            _unacknowledged.Remove(key);
        }

        if (!_places.TryGetValue(entry.Room, out var place))
        {
            throw new PromiseBroken($"{visit} had {entry} acknowledged in a room that it is not in.");
        }

        if (reply.Duplicate is true)
        {
            World.Tally.Count(Corner.DuplicateAnswered);
            if (entry.Number > place.Watch.Last)
            {
                throw new PromiseBroken($"{visit} was told that {entry} was said before, and was not shown it by then.");
            }
        }
        else
        {
            place.Saw(entry);
        }

        _stories[entry.Room].Add(entry);
    }

    private void HearWhisper(Visit visit, JsonEvent heard)
    {
        if (!Token.TryRead(heard.Text, out var token, out _)
            || Ledger.FindWhisper(token) is not { } whisper
            || heard.Text != string.Join('\n', whisper.Lines))
        {
            throw new PromiseBroken($"{visit} was whispered '{heard.Text}', which nobody said to one other.");
        }

        whisper.HeardBy(visit, 0, whisper.Lines.Length);
        World.Tally.Count(Corner.WhisperHeard);
    }

    private void Found(Visit visit, JsonAsk ask, JsonEvent reply)
    {
        var entries = (reply.Messages ?? []).Select(found =>
        {
            var entry = Ledger.Shown(found.Room, found.Number, visit);
            IsSame(visit, entry, found);
            return entry;
        }).ToArray();
        var stayed = ask.Watch is not null && visit.Rooms.ContainsValue(ask.Watch);
        if (ask.Command.Type == JsonTypes.History)
        {
            IsStretch(visit, ask, entries, stayed);
            if (stayed && ask.Command.After == _stories[ask.Command.Room!].High && entries.Length > 0)
            {
                World.Tally.Count(Corner.GapFilled);
            }
        }
        else if (stayed && !entries.Contains(ask.Wanted))
        {
            throw new PromiseBroken($"{visit} looked for {ask.Wanted} and did not find it.");
        }
        else
        {
            World.Tally.Count(Corner.SearchFound);
        }

        foreach (var entry in entries.Where(entry => _stories.ContainsKey(entry.Room)))
        {
            _stories[entry.Room].Add(entry);
        }
    }

    private void IsStretch(Visit visit, JsonAsk ask, Entry[] entries, bool stayed)
    {
        World.Tally.Count(Corner.HistoryRead);
        var command = ask.Command;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.Room != command.Room || entry.Number <= (command.After ?? 0) || entry.Number >= (command.Before ?? long.MaxValue)
                || (i > 0 && entry.Number != entries[i - 1].Number + 1)
                || (stayed && entry.Number > ask.Watch!.Last))
            {
                throw new PromiseBroken($"{visit} asked for {command} and was given {entry} at place {i}.");
            }
        }

        // What it had seen when it asked must be there, as far as the bounds let it.
        var end = Math.Min(command.Before ?? long.MaxValue, ask.Seen + 1) - 1;
        var start = (command.After ?? 0) + 1;
        var complete = start > end
            || (entries.Length > 0 && (command.After is null ? entries[^1].Number >= end : entries[0].Number == start));
        if (stayed && (!complete || entries.Length > (command.Limit ?? 100)))
        {
            throw new PromiseBroken(
                $"{visit} asked for {command}, having seen {ask.Seen}, and was given {entries.Length} from {entries.FirstOrDefault()}.");
        }
    }

    private void Refused(Visit visit, JsonAsk ask, JsonEvent reply)
    {
        switch (reply.Code)
        {
            case JsonErrors.LogUnavailable:
                Told(reply.Text!);
                break;
            case JsonErrors.NicknameInUse when ask.Command.Type == JsonTypes.Hello:
                Ask(new JsonCommand { Type = JsonTypes.Hello, Nick = NewNickname(), Client = _token });
                break;
            case JsonErrors.NotMember when ask.Command.Key is { } key:
                _unacknowledged.Remove(key);
                break;
            case JsonErrors.NotFound when ask.Watch is { } watch && visit.Rooms.ContainsValue(watch):
                throw new PromiseBroken($"{visit} looked for {ask.Wanted} and did not find it.");
            case JsonErrors.Malformed or JsonErrors.UnknownType or JsonErrors.MissingField or JsonErrors.LineTooLong:
                throw new PromiseBroken($"{visit} asked for {ask.Command} and was not understood: {reply}");
        }
    }

    private static void IsSame(Visit visit, Entry entry, JsonEvent shown)
    {
        var kind = shown.Type == JsonTypes.Topic ? JsonKinds.Topic : shown.Kind;
        var author = shown.Type == JsonTypes.Topic ? shown.By : shown.From;
        var due = entry.Kind switch
        {
            MessageKind.Action => JsonKinds.Action,
            MessageKind.Notice => JsonKinds.Notice,
            MessageKind.Topic => JsonKinds.Topic,
            _ => JsonKinds.Message,
        };
        if (shown.Room != entry.Room || shown.Number != entry.Number || shown.Id != entry.Id || shown.Text != entry.Text || author != entry.Author
            || kind != due || shown.Time != JsonTime.Format(entry.Time))
        {
            throw new PromiseBroken($"{visit} was shown {shown} for {entry}: {entry.Id} {entry.Author} '{entry.Text}'.");
        }
    }
}
