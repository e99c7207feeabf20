namespace Confab.Server.Hosting;

/// <summary>A process with one server, as <see cref="MemoryTrim"/> sees it.</summary>
internal interface IMemoryUser
{
    /// <summary>How many times the rules were asked something: where it stands still, nobody is kept waiting by anything.</summary>
    long Ticks { get; }

    /// <summary>True while upkeep of the history has something to do.</summary>
    bool HasUpkeep { get; }

    /// <summary>Bytes that were ever allocated by the program's own code.</summary>
    long AllocatedBytes { get; }

    /// <summary>Gives back all that nobody uses now. The server stands still meanwhile, for some ten milliseconds.</summary>
    void GiveBack();

    /// <summary>Gives back what the runtime lets go of only some time after that.</summary>
    void GiveBackRest();
}
