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
}
