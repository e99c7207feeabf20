using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Asks to be told when nicknames come and go. What cannot be a nickname is left out: nobody is followed by a mask.</summary>
/// <param name="Nicknames">Which.</param>
/// <param name="Most">How many nicknames the session may watch at most.</param>
public sealed record Watch(IReadOnlyList<string> Nicknames, int Most) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var online = new List<Participant>();
        var offline = new List<string>();
        var refused = new List<string>();
        foreach (var written in Nicknames)
        {
            if (!Nickname.TryCreate(written, state.Options.Limits.NicknameLength, out var nickname, out _))
            {
                continue;
            }

            if (!state.Monitors.Watching(nickname.Key).Contains(asker.Id) && state.Monitors.Of(asker.Id).Count >= Most)
            {
                refused.Add(written);
                continue;
            }

            state.Monitors.Add(asker.Id, nickname.Key, written);
            if (state.FindUser(written) is { IsOperator: false } user)
            {
                online.Add(user.Participant);
            }
            else
            {
                offline.Add(written);
            }
        }

        decision.Answer(new Watched(online, offline, refused));
    }
}
