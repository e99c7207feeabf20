namespace Confab.Chat.Replies;

/// <summary>Carried out; there is nothing more to say.</summary>
public sealed record Done : Reply
{
    public static Done Instance { get; } = new();
}
