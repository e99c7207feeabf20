namespace Confab.Storage;

/// <summary>What an acknowledged message survives.</summary>
public enum Durability
{
    /// <summary>Power loss: the disk has confirmed it (one fsync per tick). The default.</summary>
    PowerLoss,

    /// <summary>The end of the process, however violent, but perhaps not power loss: no fsync per tick.</summary>
    ProcessCrash,

    /// <summary>Nothing: history is kept in memory only.</summary>
    None,
}
