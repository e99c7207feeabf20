using Confab.Chat.Accounts;
using Confab.Chat.Moderation;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>Users that stay present without a session, also over a restart.</summary>
public sealed partial class ChatState
{
    // Present users that are always on.
    private readonly Dictionary<UserId, KeptUser> _kept = [];
    private long _lastRestored;

    /// <summary>True when the user stays present though its last session ends.</summary>
    internal bool IsAlwaysOn(User user) =>
        user is { IsOperator: false, Account: not null }
        && Accounts.Find(user.Account) is { Suspended: null } account
        && account.Nicknames.Contains(user.Nickname)
        && Options.Accounts.AlwaysOn switch
        {
            AlwaysOnPolicy.Mandatory => true,
            AlwaysOnPolicy.Optional => account.AlwaysOn ?? false,
            _ => false,
        };

    /// <summary>Begins to keep the user's presence where it is always on, and ends it where it is not.</summary>
    internal void KeepPresence(User user)
    {
        if (IsAlwaysOn(user))
        {
            _kept.TryAdd(user.Id, new KeptUser(user));
        }
        else
        {
            ForgetPresence(user);
        }
    }

    private void ForgetPresence(User user)
    {
        if (_kept.Remove(user.Id))
        {
            Remember(PresenceRecord.Kind, user.Nickname.Key, value: null);
        }
    }

    /// <summary>Marks the presences that changed since the last call.</summary>
    private void KeepPresences()
    {
        foreach (var kept in _kept.Values)
        {
            if (kept.TakeChange())
            {
                Remember(PresenceRecord.Kind, kept.User.Nickname.Key, PresenceRecord.Write(kept.User));
            }
        }
    }

    private bool RestoreAccounts(RecordChange record)
    {
        switch (record)
        {
            case { Kind: AccountRecord.Kind, Value: { } value } when AccountRecord.TryRead(value, out var account):
                Accounts.Put(account);
                return true;
            case { Kind: SecretKind, Key: SecretKey, Value: { } value }:
                return RestoreSecret(value);
            case { Kind: BanRecord.RecordKind, Value: { } value } when BanRecord.TryRead(value, out var ban):
                Bans.Put(ban);
                return true;
            case { Kind: PresenceRecord.Kind, Value: { } value } when PresenceRecord.TryRead(value, out var presence):
                Restore(presence);
                return true;
            default:
                return false;
        }
    }

    private void Restore(PresenceRecord presence)
    {
        if (Options.Accounts.AlwaysOn == AlwaysOnPolicy.Off
            || !Nickname.TryCreate(presence.Nickname, Options.Limits.NicknameLength, out var nickname, out _)
            || !Nicknames.IsFree(nickname, asker: null))
        {
            return;
        }

        // No session has a number below one, so nobody is taken for the session that was.
        var nobody = new SessionId(--_lastRestored);
        var origin = new SessionOrigin(presence.Door, presence.Host, 0);
        var user = new User(
            new Participant(nobody, nickname, origin, Presence.Announced)
            {
                Username = presence.Username,
                Host = presence.Host,
                RealName = presence.RealName,
                Account = presence.Account,
                IsBot = presence.Modes.HasFlag(UserModes.Bot),
            },
            presence.SignedOnAt)
        {
            Away = presence.Away,
            Modes = presence.Modes,
            LastActive = presence.LastActive,
        };
        Add(user);
        foreach (var seat in presence.Rooms)
        {
            if (RoomName.TryCreate(seat.Room, out var name, out _) && user.Rooms.Count < Options.Limits.RoomsPerSession)
            {
                var room = FindRoom(name) ?? AddRoom(name);
                Enter(user, room);
                room.SetRank(user.Id, seat.Rank);
            }
        }

        var kept = new KeptUser(user);
        kept.TakeChange();
        _kept.Add(user.Id, kept);
    }
}
