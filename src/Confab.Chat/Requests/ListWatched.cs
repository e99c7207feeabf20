using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Asks which nicknames the session watches, and who of them is here.</summary>
public sealed record ListWatched : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var online = new List<Participant>();
        var offline = new List<string>();
        foreach (var written in state.Monitors.Of(asker.Id))
        {
            if (state.FindUser(written) is { IsOperator: false } user)
            {
                online.Add(user.Participant);
            }
            else
            {
                offline.Add(written);
            }
        }

        decision.Answer(new Watched(online, offline, []));
    }
}
