namespace Confab.Chat.Replies;

/// <summary>The session has ended as asked; the connection may close.</summary>
public sealed record Goodbye(string? Reason) : Reply
{
    public override bool EndsSession => true;
}
