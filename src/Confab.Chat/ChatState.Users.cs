using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>Users: what they are set to, who follows them, and who was here before.</summary>
public sealed partial class ChatState
{
    /// <summary>How many are here.</summary>
    public Headcount Headcount { get; } = new();

    /// <summary>Who bore which nickname before.</summary>
    public WhowasBook Past { get; }

    /// <summary>The rooms in which something about a user is heard.</summary>
    internal static RoomName[] RoomsOf(User user) => [.. user.Rooms.Select(room => room.Name)];

    /// <summary>The sessions that follow a user wherever it is.</summary>
    internal IReadOnlyList<SessionId> WatchersOf(User user) => Monitors.Watching(user.Nickname.Key);

    /// <summary>Sets a user to exactly these modes, and tells its sessions what is different.</summary>
    internal void SetModes(User user, UserModes modes, Participant actor, Decision decision)
    {
        var (added, removed) = (modes & ~user.Modes, user.Modes & ~modes);
        if (added == UserModes.None && removed == UserModes.None)
        {
            return;
        }

        if (!user.IsOperator)
        {
            Headcount.Change(user.Modes, modes);
        }

        user.Modes = modes;
        var isBot = modes.HasFlag(UserModes.Bot);
        if (user.Participant.IsBot != isBot)
        {
            user.Participant = user.Participant with { IsBot = isBot };
        }

        decision.Happened(new UserModesChanged(user.Sessions.ToArray(), actor with { IsBot = isBot }, added, removed));
    }

    /// <summary>Cleans a text that is one line, and cuts it between characters at its bound in UTF-8 bytes; null where nothing is left.</summary>
    internal string? CleanLine(string? text, int most)
    {
        if (!MessageText.TryCreate(text, int.MaxValue, out var clean, out _) || string.IsNullOrWhiteSpace(clean.Value))
        {
            return null;
        }

        // Where the cut leaves a direction open, closing it again takes bytes: then a little more is cut.
        var line = clean.Value.Replace('\n', ' ');
        for (var bytes = most; bytes > 0; bytes--)
        {
            if (MessageText.TryCreate(Cut(line, bytes), most, out var fits, out _))
            {
                return fits.Value;
            }
        }

        return null;
    }
}
