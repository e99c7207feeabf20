using Confab.Chat.Events;
using Confab.Chat.Moderation;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>Who is kept out, and sent away.</summary>
public sealed partial class ChatState
{
    /// <summary>Who is kept out of the server.</summary>
    public BanBook Bans { get; } = new();

    /// <summary>Ends a user whatever it is and wants: its sessions are told why and closed.</summary>
    internal void SendAway(User user, string reason, Decision decision)
    {
        var sessions = user.Sessions.ToArray();
        ForgetPresence(user);
        End(user, user.Participant, CleanReason(reason), decision);
        foreach (var session in sessions)
        {
            decision.Happened(new SessionEnded(session, reason));
        }
    }

    /// <summary>Puts a ban into the book and marks it as changed.</summary>
    internal void Save(NetworkBan ban)
    {
        Bans.Put(ban);
        Remember(BanRecord.RecordKind, ban.Key, BanRecord.Write(ban));
    }

    /// <summary>Takes a ban out of the book and marks it as gone.</summary>
    internal void Remove(NetworkBan ban)
    {
        Bans.Remove(ban);
        Remember(BanRecord.RecordKind, ban.Key, value: null);
    }
}
