using Confab.Chat.Rooms;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>
/// The lists of names that were asked for last, kept because a thousand who come in one after another are told nearly the same: each adds its own name
/// to the end, and the rest need not be written anew. Owned by the sequencer's thread.
/// </summary>
internal sealed class NamesBook
{
    // What is asked for at the same time. A list that is not kept is merely written again.
    private const int MostLists = 8;

    // The one asked for last at the end.
    private readonly List<KeptNames> _kept = [];

    /// <summary>Everybody who sits in the room now, line by line, in the order of joining.</summary>
    public string[] Of(Room room, NamesStyle style)
    {
        var at = _kept.FindIndex(names => names.Room == room && names.Style == style);
        var found = at >= 0 ? _kept[at] : new KeptNames(room, style);
        if (at >= 0 || _kept.Count == MostLists)
        {
            _kept.RemoveAt(Math.Max(at, 0));
        }

        _kept.Add(found);
        return found.Lines();
    }

    private sealed class KeptNames(Room room, NamesStyle style)
    {
        private readonly NamesText _text = new(style);
        private int _version = room.ListVersion;
        private int _listed;

        public Room Room => room;

        public NamesStyle Style => style;

        public string[] Lines()
        {
            if (_version != room.ListVersion)
            {
                _text.Clear();
                (_version, _listed) = (room.ListVersion, 0);
            }

            for (; _listed < room.Members.Count; _listed++)
            {
                _text.Add(room.Members[_listed].User.Participant, room.Members[_listed].Rank);
            }

            return _text.Lines();
        }
    }
}
