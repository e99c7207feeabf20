using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Confab.Protocols.Irc;

/// <summary>Reads and writes the tags of a message: <c>key[=value]{;key[=value]}</c> (IRCv3 message-tags "Format").</summary>
public static class IrcTagList
{
    /// <summary>Up to here a search from the front costs less than a dictionary.</summary>
    private const int Few = 8;

    /// <summary>
    /// Reads tags. Of tags with one name the last counts. Empty pieces are passed over; so is a name that is not UTF-8.
    /// </summary>
    /// <param name="tagData">The bytes between "@" and the first space, both not included.</param>
    /// <returns>The tags, at the places where their names first came.</returns>
    public static IReadOnlyList<IrcTag> Parse(ReadOnlySpan<byte> tagData)
    {
        if (tagData.IsEmpty)
        {
            return [];
        }

        var tags = new List<IrcTag>();
        Dictionary<string, int>? places = null;
        while (!tagData.IsEmpty)
        {
            var end = tagData.IndexOf((byte)';');
            var piece = end < 0 ? tagData : tagData[..end];
            tagData = end < 0 ? default : tagData[(end + 1)..];

            var equals = piece.IndexOf((byte)'=');
            var name = equals < 0 ? piece : piece[..equals];
            if (!name.IsEmpty && Utf8.IsValid(name))
            {
                var value = equals < 0 ? "" : IrcTagEscape.Unescape(piece[(equals + 1)..]);
                Put(tags, ref places, new IrcTag(Encoding.UTF8.GetString(name), value));
            }
        }

        return tags;
    }

    /// <summary>Writes tags without "@" and without the space after them.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="tags">The tags; names are written as they are.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(IBufferWriter<byte> output, IReadOnlyList<IrcTag> tags)
    {
        var written = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            var (name, value) = tags[i];
            var room = output.GetSpan(2 + (3 * (name.Length + value.Length)));
            var length = 0;
            if (i > 0)
            {
                room[length++] = (byte)';';
            }

            length += Encoding.UTF8.GetBytes(name, room[length..]);
            if (value.Length > 0)
            {
                room[length++] = (byte)'=';
                length += IrcTagEscape.Escape(value, room[length..]);
            }

            output.Advance(length);
            written += length;
        }

        return written;
    }

    private static void Put(List<IrcTag> tags, ref Dictionary<string, int>? places, IrcTag tag)
    {
        var place = Find(tags, places, tag.Name);
        if (place >= 0)
        {
            tags[place] = tag;
            return;
        }

        tags.Add(tag);
        if (tags.Count > Few)
        {
            places ??= PlacesOf(tags);
            places[tag.Name] = tags.Count - 1;
        }
    }

    private static int Find(List<IrcTag> tags, Dictionary<string, int>? places, string name)
    {
        if (places is not null)
        {
            return places.GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, int> PlacesOf(List<IrcTag> tags)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i++)
        {
            places[tags[i].Name] = i;
        }

        return places;
    }
}
