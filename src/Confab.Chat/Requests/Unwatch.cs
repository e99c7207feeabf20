using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks to be told no more of nicknames.</summary>
/// <param name="Nicknames">Which; null for all. Those that were not watched are no error.</param>
public sealed record Unwatch(IReadOnlyList<string>? Nicknames = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (Nicknames is null)
        {
            state.Monitors.Clear(asker.Id);
        }
        else
        {
            foreach (var written in Nicknames)
            {
                if (Nickname.TryCreate(written, state.Options.Limits.NicknameLength, out var nickname, out _))
                {
                    state.Monitors.Remove(asker.Id, nickname.Key);
                }
            }
        }

        decision.Answer(Done.Instance);
    }
}
