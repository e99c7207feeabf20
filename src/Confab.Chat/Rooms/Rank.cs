namespace Confab.Chat.Rooms;

/// <summary>What a member is in a room.</summary>
public enum Rank
{
    Member,

    /// <summary>May remove members. The first to enter an empty room has it; in the default room nobody has but the server.</summary>
    Operator,
}
