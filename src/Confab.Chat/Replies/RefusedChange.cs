using Confab.Chat.Rooms;

namespace Confab.Chat.Replies;

/// <summary>A mode change that was not made.</summary>
/// <param name="Change">As it was asked for.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Text">Why: a sentence for people.</param>
public sealed record RefusedChange(ModeChange Change, RefusalCode Code, string Text);
