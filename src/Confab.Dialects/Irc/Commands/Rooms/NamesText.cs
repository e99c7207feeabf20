using System.Text;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Names of members as NAMES lists them, cut into lines. Full lines stay as they are while more is added.</summary>
internal sealed class NamesText(NamesStyle style)
{
    private readonly List<string> _full = [];
    private readonly StringBuilder _last = new();
    private int _lastBytes;

    /// <summary>Adds a name to the end.</summary>
    public void Add(Participant who, Rank rank)
    {
        var signs = RankLetters.SignsOf(style.AllSigns ? rank : rank.Highest());
        var name = style.WithHosts ? $"{who.Nickname.Text}!{who.Username}@{who.Host}" : who.Nickname.Text;
        var bytes = signs.Length + Encoding.UTF8.GetByteCount(name);
        if (_last.Length > 0 && _lastBytes + 1 + bytes > style.MaxBytes)
        {
            _full.Add(_last.ToString());
            _last.Clear();
            _lastBytes = 0;
        }

        if (_last.Length > 0)
        {
            _last.Append(' ');
            _lastBytes++;
        }

        _last.Append(signs).Append(name);
        _lastBytes += bytes;
    }

    /// <summary>The lines so far; none where there are no names.</summary>
    public string[] Lines() => _last.Length == 0 ? [] : [.. _full, _last.ToString()];

    public void Clear()
    {
        _full.Clear();
        _last.Clear();
        _lastBytes = 0;
    }
}
