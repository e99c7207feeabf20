namespace Confab.Cli.Terminal;

/// <summary>What was cut last, for Ctrl+Y. Cuts without another key between them add up to one text.</summary>
internal sealed class KillBuffer
{
    private bool _joins;

    public string Text { get; private set; } = "";

    /// <summary>Keeps what was cut; text cut to the left of the cursor goes before an earlier cut, text to the right behind it.</summary>
    public void Keep(string cut, bool leftOfCursor)
    {
        if (!_joins)
        {
            Text = cut;
        }
        else
        {
            Text = leftOfCursor ? cut + Text : Text + cut;
        }

        _joins = true;
    }

    /// <summary>Another key than a cut came: the next cut begins a new text.</summary>
    public void Break() => _joins = false;
}
