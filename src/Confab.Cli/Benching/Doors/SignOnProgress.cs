namespace Confab.Cli.Benching.Doors;

/// <summary>How far a member is on its way into its room.</summary>
[Flags]
internal enum SignOnProgress
{
    None = 0,

    /// <summary>The server knows who it is.</summary>
    Registered = 1,

    /// <summary>It asked for the room before the server knew, and has to ask again.</summary>
    AskedTooEarly = 2,
}
