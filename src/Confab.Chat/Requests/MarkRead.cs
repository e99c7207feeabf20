using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>
/// Tells how far the asker has read in a room or in what somebody wrote it, or asks for it. It only rises; the asker's other sessions are told. Answered
/// with <see cref="ReadMarkerShown"/>.
/// </summary>
/// <param name="Target">The room's name, or a nickname.</param>
/// <param name="Time">The time of the last message that was read; null to ask.</param>
public sealed record MarkRead(string Target, DateTimeOffset? Time = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (KeyOf(state, Target) is not { } key)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"{state.Quote(Target)} is neither a room nor a nickname.");
            return;
        }

        var known = state.ReadMarkers.Find(user, key);
        if (Time is not { } time || time <= known)
        {
            decision.Answer(new ReadMarkerShown(Target, known));
            return;
        }

        if (known is null && state.ReadMarkers.CountOf(user) >= state.Options.Limits.ReadMarkers)
        {
            decision.Refuse(RefusalCode.ListFull, $"You have {state.ReadMarkers.CountOf(user)} read markers, which is the most here.");
            return;
        }

        // Nobody has read what is not written yet.
        time = time > decision.Now ? decision.Now : time;
        state.ReadMarkers.Set(ReadMarkerBook.OwnerOf(user), key, time);
        if (user.AccountName()?.Key is { } account)
        {
            state.Remember(ReadMarkerRecord.Kind, ReadMarkerRecord.KeyOf(account, key), ReadMarkerRecord.Write(time));
        }

        decision.Happened(new ReadMarked([.. user.Sessions.Where(session => session != asker.Id)], Target, time));
        decision.Answer(new ReadMarkerShown(Target, time));
    }

    /// <summary>Under which key a target's marker is kept; null where it can be no target.</summary>
    internal static string? KeyOf(ChatState state, string target) =>
        RoomName.TryCreate(target, out var room, out _) ? room.Key
        : Nickname.TryCreate(target, state.Options.Limits.NicknameLength, out var nickname, out _) ? state.FindUser(target)?.AccountName()?.Key ?? nickname.Key
        : null;
}
