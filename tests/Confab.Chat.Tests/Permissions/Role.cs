namespace Confab.Chat.Tests.Permissions;

/// <summary>What somebody can be to a room.</summary>
public enum Role
{
    Stranger,
    Member,
    HalfOperator,
    RoomOperator,
    MemberWhoLeft,
    RoomOperatorWhoLeft,
    OperatorWhoCameBack,
    Kicked,
    BannedMember,
    BannedAndGone,
    OperatorOfAnotherRoom,
    ServerOperator,
    Console,
}
