namespace Confab.Chat.Messages;

/// <summary>What kinds have in common.</summary>
public static class MessageKinds
{
    /// <summary>
    /// True for entries, which take the room's next number, are read by it and are searched; false for events, which are remembered
    /// only to be played back between the entries.
    /// </summary>
    public static bool TakesNumber(this MessageKind kind) => kind < MessageKind.Joined;

    /// <summary>True for what somebody said: a message, an action or a notice.</summary>
    public static bool IsSaid(this MessageKind kind) => kind is MessageKind.Message or MessageKind.Action or MessageKind.Notice;
}
