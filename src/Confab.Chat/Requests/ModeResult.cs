using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>What came of one mode change: made, refused, or neither where it changed nothing.</summary>
internal readonly record struct ModeResult(ModeChange? Made, Refused? Refused)
{
    public static ModeResult Nothing => default;

    public static ModeResult Done(ModeChange change) => new(change, null);

    public static ModeResult Refuse(RefusalCode code, string text) => new(null, new Refused(code, text));
}
