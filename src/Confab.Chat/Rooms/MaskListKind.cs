namespace Confab.Chat.Rooms;

/// <summary>The lists that a room keeps.</summary>
public enum MaskListKind
{
    /// <summary>b: who may neither enter nor speak, or only not speak.</summary>
    Bans,

    /// <summary>e: whom the bans do not mean.</summary>
    Exempts,

    /// <summary>I: who needs no invitation.</summary>
    InviteExempts,
}
