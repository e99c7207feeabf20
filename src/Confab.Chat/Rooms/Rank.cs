namespace Confab.Chat.Rooms;

/// <summary>What a member is in a room. A member may be several of these at once; the highest counts.</summary>
[Flags]
public enum Rank
{
    /// <summary>A member like any other.</summary>
    None = 0,

    /// <summary>May speak where not everybody may.</summary>
    Voice = 1,

    /// <summary>May remove members and give voice.</summary>
    HalfOperator = 2,

    /// <summary>Runs the room. The first to enter an empty room has it; in the default room nobody has but the server.</summary>
    Operator = 4,

    /// <summary>Runs the room and cannot be removed by its operators.</summary>
    Admin = 8,

    /// <summary>Owns the room.</summary>
    Founder = 16,
}
