namespace Confab.Cli.Terminal;

/// <summary>What the environment variables say of the terminal.</summary>
internal static class TerminalEnvironment
{
    /// <summary>Colours of an output that is a terminal, by NO_COLOR (any value that is not empty), TERM and COLORTERM.</summary>
    public static ColorDepth ColorsOf(Func<string, string?> variable, bool isWindows)
    {
        if (!string.IsNullOrEmpty(variable("NO_COLOR")) || !ObeysEscapes(variable, isWindows))
        {
            return ColorDepth.None;
        }

        // Every Windows console which obeys escape sequences at all knows the 256 colours.
        var manyColors = isWindows
            || !string.IsNullOrEmpty(variable("COLORTERM"))
            || (variable("TERM") ?? "").Contains("256color", StringComparison.OrdinalIgnoreCase);
        return manyColors ? ColorDepth.TwoHundredFiftySix : ColorDepth.Sixteen;
    }

    /// <summary>False for a dumb terminal, and on Unix for one that does not say what it is. Windows sets no TERM.</summary>
    public static bool ObeysEscapes(Func<string, string?> variable, bool isWindows)
    {
        var term = variable("TERM");
        return string.IsNullOrEmpty(term) ? isWindows : !term.Equals("dumb", StringComparison.OrdinalIgnoreCase);
    }
}
