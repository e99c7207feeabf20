namespace Confab.Scenarios.Tests.Cast;

/// <summary>What there is to be seen.</summary>
internal enum SightKind
{
    Message,
    Action,
    Whisper,
    Join,
    Leave,
    Rename,
    Topic,

    /// <summary>The refusal of a whisper to somebody who is not there.</summary>
    Nobody,

    /// <summary>Somebody removes somebody else from the room.</summary>
    Removal,

    /// <summary>Somebody asks whoever sees it into the room.</summary>
    Invitation,

    /// <summary>Somebody silences somebody else in the room.</summary>
    Mute,

    /// <summary>The refusal of a message to a room where one is muted.</summary>
    Silence,

    /// <summary>The refusal of a room that only invited people enter.</summary>
    Locked,
}
