using System.Text;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Shows somebody with another username and host; for operators of the server.</summary>
/// <param name="Nickname">Whom.</param>
/// <param name="Username">What stands before the <c>@</c>.</param>
/// <param name="Host">What stands behind it.</param>
public sealed record ChangeHost(string Nickname, string Username, string Host) : Request
{
    /// <summary>Longest username, in characters.</summary>
    public const int UsernameLength = 20;

    /// <summary>Longest host, in characters.</summary>
    public const int HostLength = 64;

    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (!asker.SignedOn.IsServerOperator)
        {
            decision.Refuse(RefusalCode.Denied, "Only operators of the server may change how somebody is shown.");
        }
        else if (state.FindUser(Nickname) is not { IsOperator: false } user)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {state.Quote(Nickname)}.");
        }
        else if (!IsPart(Username, UsernameLength) || !IsPart(Host, HostLength))
        {
            decision.Refuse(
                RefusalCode.HostInvalid,
                $"{state.Quote($"{Username}@{Host}")} cannot be shown: a username has 1 to {UsernameLength} and a host 1 to {HostLength} characters, none of them a space, "
                + "! or @, and neither begins with a colon.");
        }
        else
        {
            Change(user, state, decision);
            decision.Answer(Done.Instance);
        }
    }

    private void Change(User user, ChatState state, Decision decision)
    {
        var before = user.Participant;
        if (before.Username == Username && before.Host == Host)
        {
            return;
        }

        user.Participant = before with { Username = Username, Host = Host };
        decision.Happened(new HostChanged(before, user.Participant, ChatState.RoomsOf(user)) { Watchers = state.WatchersOf(user) });
        decision.Happened(new HostLeft(before, ChatState.RoomsOf(user)));
        foreach (var room in user.Rooms)
        {
            var audience = ChatState.AudienceOf(user, room)?.ToHashSet() ?? [.. room.Members.Select(member => member.User.Id)];
            audience.Remove(user.Id);
            decision.Happened(new MemberReturned(room.Name, user.Participant, room.RankOf(user.Id).GetValueOrDefault()) { Audience = audience });
        }
    }

    // What would end a word of a line, or a part of a source, is not in it.
    private static bool IsPart(string text, int most) =>
        text.Length >= 1 && text.Length <= most && text[0] != ':'
        && text.EnumerateRunes().All(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not ('!' or '@' or '*' or '?' or ',') && rune != Rune.ReplacementChar);
}
