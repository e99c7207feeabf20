using Confab.Cli.Terminal;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Cli.Chatting;

/// <summary>What somebody who chats sees: the lines of events, and the room they speak in as the prompt. Safe for use from several threads.</summary>
/// <param name="screen">Where the lines go.</param>
/// <param name="lines">How events read.</param>
/// <param name="showsOwn">Whether own messages are shown where the server put them; whoever feeds a pipe knows what it said.</param>
/// <param name="nicknames">What Tab offers.</param>
internal sealed class ChatView(IScreen screen, MessageLines lines, bool showsOwn, KnownNicknames nicknames)
{
    /// <summary>While the past of a room is fetched, what happens meanwhile waits; in a room as busy as that, order matters less than memory.</summary>
    private const int MostHeld = 5000;

    private readonly Lock _gate = new();
    private readonly List<string> _rooms = [];
    private readonly List<ServerSaid> _held = [];
    private volatile string _room = "";
    private bool _isHolding;

    /// <summary>The room that lines are said in; empty for none.</summary>
    public string Room => _room;

    public void Show(string line) => screen.WriteLine(line);

    public void Show(IEnumerable<JsonEvent> messages)
    {
        foreach (var line in messages.SelectMany(said => lines.Of(said, _room)))
        {
            screen.WriteLine(line);
        }
    }

    /// <summary>Shows what happened, or keeps it for later while a room's past is on its way.</summary>
    public void Take(ClientEvent happened, string ownNickname)
    {
        if (ConnectionNews.Line(happened) is { } news)
        {
            Show(news);
        }

        if (happened is RoomLost lost)
        {
            Left(lost.Room);
        }

        if (happened is not ServerSaid said)
        {
            return;
        }

        if (said.Event is { Type: JsonTypes.Kick, Room: { } room } && said.Event.Nick == ownNickname)
        {
            Left(room);
        }

        Learn(said.Event);
        lock (_gate)
        {
            if (_isHolding && _held.Count < MostHeld)
            {
                _held.Add(said);
                return;
            }
        }

        Show(said);
    }

    /// <summary>A room was entered: lines go there, and what happens waits until <see cref="PastShown"/>.</summary>
    public void Entered(string room, bool showsPast)
    {
        lock (_gate)
        {
            _isHolding = showsPast;
            _rooms.RemoveAll(joined => IsSame(joined, room));
            _rooms.Add(room);
        }

        SpeakIn(room);
    }

    public void PastShown()
    {
        lock (_gate)
        {
            _isHolding = false;
            _held.ForEach(Show);
            _held.Clear();
        }
    }

    public void Left(string room)
    {
        string? next = null;
        lock (_gate)
        {
            _rooms.RemoveAll(joined => IsSame(joined, room));
            if (IsSame(room, _room))
            {
                next = _rooms.Count > 0 ? _rooms[^1] : "";
            }
        }

        if (next is not null)
        {
            SpeakIn(next);
        }
    }

    public void Met(string? nickname) => nicknames.Add(nickname);

    public static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void Show(ServerSaid said)
    {
        if (showsOwn || !said.IsOwn)
        {
            Show([said.Event]);
        }
    }

    private void Learn(JsonEvent said)
    {
        switch (said.Type)
        {
            case JsonTypes.Part:
                nicknames.Remove(said.Nick);
                break;
            case JsonTypes.Rename:
                nicknames.Remove(said.From);
                nicknames.Add(said.To);
                break;
            case JsonTypes.Join:
                nicknames.Add(said.Nick);
                break;
            default:
                nicknames.Add(said.From);
                break;
        }
    }

    private void SpeakIn(string room)
    {
        _room = room;
        screen.SetPrompt(room.Length == 0 ? "(no room)> " : room + "> ");
    }
}
