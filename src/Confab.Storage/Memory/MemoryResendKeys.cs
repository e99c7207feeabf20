using Confab.Chat.Messages;

namespace Confab.Storage.Memory;

/// <summary>The keys of the last 24 hours with what their first message became.</summary>
internal sealed class MemoryResendKeys
{
    private readonly Dictionary<ResendKey, AppendResult> _first = [];
    private readonly Queue<(ResendKey Key, AppendResult First)> _oldestFirst = new();

    public AppendResult? Find(ResendKey key, DateTimeOffset time) =>
        _first.TryGetValue(key, out var first) && LogRules.IsResend(first.Time, time) ? first : null;

    public void Remember(ResendKey key, AppendResult first)
    {
        _first[key] = first;
        _oldestFirst.Enqueue((key, first));
        while (_oldestFirst.TryPeek(out var oldest) && !LogRules.IsResend(oldest.First.Time, first.Time))
        {
            _oldestFirst.Dequeue();
            if (_first.TryGetValue(oldest.Key, out var current) && current == oldest.First)
            {
                _first.Remove(oldest.Key);
            }
        }
    }
}
