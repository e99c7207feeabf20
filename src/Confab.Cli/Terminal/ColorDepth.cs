namespace Confab.Cli.Terminal;

/// <summary>How many colours may be used in the output.</summary>
internal enum ColorDepth
{
    None,
    Sixteen,
    TwoHundredFiftySix,
}
