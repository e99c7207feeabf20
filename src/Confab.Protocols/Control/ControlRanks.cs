namespace Confab.Protocols.Control;

/// <summary>The words for ranks in the control protocol.</summary>
public static class ControlRanks
{
    public const string None = "none";
    public const string Voice = "voice";
    public const string HalfOperator = "halfop";
    public const string Operator = "op";
    public const string Admin = "admin";

    /// <summary>The one whose room it is; given by handing the room over.</summary>
    public const string Founder = "founder";

    /// <summary>The ranks that can be given.</summary>
    public static IReadOnlyList<string> Given { get; } = [Voice, HalfOperator, Operator, Admin];
}
