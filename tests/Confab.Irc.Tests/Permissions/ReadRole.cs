namespace Confab.Irc.Tests.Permissions;

/// <summary>What somebody is to a room.</summary>
public enum ReadRole
{
    Stranger,
    Member,
    Left,
    Kicked,
    Banned,
    Moderator,
    ServerOperator,
}
