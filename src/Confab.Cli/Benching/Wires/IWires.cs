namespace Confab.Cli.Benching.Wires;

/// <summary>
/// The connections of a measurement. One thread owns them: it opens them, waits, and while it waits its <see cref="IWireUser"/>s are told what happens.
/// </summary>
internal interface IWires : IDisposable
{
    /// <summary>Begins a connection; its user is told when it is there, or that it failed.</summary>
    /// <param name="user">Who uses it.</param>
    /// <param name="index">Which connection of the run it is: neighbours come from different addresses of this machine.</param>
    /// <param name="isSmall">Whether the system is to keep little that was not read.</param>
    void Open(IWireUser user, int index, bool isSmall);

    /// <summary>Waits until something has happened, and tells it.</summary>
    /// <param name="milliseconds">How long at most; 0 not at all.</param>
    void Wait(int milliseconds);

    /// <summary>Ends the wait; safe from any thread.</summary>
    void Wake();
}
