namespace Confab.Chat.Tests.Permissions;

/// <summary>What somebody can be to a room.</summary>
public enum Role
{
    Stranger,
    Member,
    RoomOperator,
    MemberWhoLeft,
    RoomOperatorWhoLeft,
    OperatorWhoCameBack,
    Kicked,
    OperatorOfAnotherRoom,
    ServerOperator,
}
