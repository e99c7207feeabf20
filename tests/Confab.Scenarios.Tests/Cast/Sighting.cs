namespace Confab.Scenarios.Tests.Cast;

/// <summary>Something that somebody may see, before it has taken the form of any door.</summary>
/// <param name="Who">Whose deed it is.</param>
/// <param name="Text">What was said; the new nickname of a rename; the name that nobody has.</param>
/// <param name="Past">True for history, shown on joining.</param>
internal sealed record Sighting(SightKind Kind, string Room, Voice Who, string Text = "", bool Past = false)
{
    /// <summary>Whom it is done to, where that is not who sees it.</summary>
    public string Whom { get; init; } = "";
}
