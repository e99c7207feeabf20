using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Reads a mode string with its parameters: what is to be changed, and which lists are to be shown. What cannot be read is answered at once.</summary>
internal sealed class RoomModeReader(IrcContext context, Room room)
{
    private readonly List<ModeChange> _changes = [];
    private readonly List<MaskListKind> _lists = [];

    public IReadOnlyList<ModeChange> Changes => _changes;

    /// <summary>The lists that were asked for, each once.</summary>
    public IReadOnlyList<MaskListKind> Lists => _lists;

    public void Read(string modes, string[] parameters)
    {
        var on = true;
        var next = 0;
        foreach (var rune in modes.EnumerateRunes())
        {
            var letter = rune.IsBmp ? (char)rune.Value : '?';
            switch (letter)
            {
                case '+' or '-':
                    on = letter == '+';
                    break;
                case 'b' or 'e' or 'I':
                    ReadMask(ListOf(letter), letter, on, next < parameters.Length ? parameters[next++] : null);
                    break;
                case 'k' or 'l' or 'f':
                    ReadSetting(letter, on, NeedsParameter(letter, on) && next < parameters.Length ? parameters[next++] : null);
                    break;
                case var _ when RankLetters.OfLetter(letter) is not Rank.None and var rank:
                    ReadRank(rank, letter, on, next < parameters.Length ? parameters[next++] : null);
                    break;
                case var _ when RoomFlagLetters.FlagOf(letter) is not RoomFlags.None and var flag:
                    _changes.Add(new FlagChange(flag, on));
                    break;
                default:
                    context.Reply(IrcNumerics.ErrUnknownMode, rune.ToString(), "is unknown mode char to me");
                    break;
            }
        }
    }

    private static MaskListKind ListOf(char letter) => letter switch
    {
        'b' => MaskListKind.Bans,
        'e' => MaskListKind.Exempts,
        _ => MaskListKind.InviteExempts,
    };

    // Taking a key away takes a parameter, too, which may be anything.
    private static bool NeedsParameter(char letter, bool on) => on || letter == 'k';

    private void ReadMask(MaskListKind list, char letter, bool on, string? mask)
    {
        if (mask is null)
        {
            if (!_lists.Contains(list))
            {
                _lists.Add(list);
            }
        }
        else if (RoomMask.TryCreate(mask, out var read, out var problem))
        {
            _changes.Add(new MaskChange(list, read, on));
        }
        else
        {
            Invalid(letter, mask, problem);
        }
    }

    private void ReadRank(Rank rank, char letter, bool on, string? nickname)
    {
        if (nickname is null)
        {
            Invalid(letter, "*", "A nickname is missing behind the modes");
        }
        else
        {
            _changes.Add(new RankChange(rank, nickname, on));
        }
    }

    private void ReadSetting(char letter, bool on, string? parameter)
    {
        switch (letter)
        {
            case 'k' when !on:
                _changes.Add(new KeyChange(null));
                break;
            case 'l' when !on:
                _changes.Add(new LimitChange(null));
                break;
            case 'f' when !on:
                _changes.Add(new ForwardChange(null));
                break;
            case var _ when parameter is null:
                Invalid(letter, "*", "A parameter is missing behind the modes");
                break;
            case 'k' when RoomKey.TryCreate(parameter, out var key, out _):
                _changes.Add(new KeyChange(key));
                break;
            case 'k':
                Invalid(letter, parameter, "Key is not well-formed");
                break;
            case 'l' when int.TryParse(parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0:
                _changes.Add(new LimitChange(limit));
                break;
            case 'l':
                Invalid(letter, parameter, "A limit is a whole number from 1 on");
                break;
            case var _ when RoomName.TryCreate(parameter, out var forward, out var problem):
                _changes.Add(new ForwardChange(forward));
                break;
            default:
                Invalid(letter, parameter, "That is no channel name");
                break;
        }
    }

    private void Invalid(char letter, string parameter, string problem)
    {
        var shown = parameter.Length == 0 || parameter.Contains(' ', StringComparison.Ordinal) || parameter[0] == ':' ? "*" : parameter;
        context.Reply(IrcNumerics.ErrInvalidModeParam, room.Name.Text, letter.ToString(), shown, problem);
    }
}
