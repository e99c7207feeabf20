namespace Confab.Storage.Sqlite.Journal;

/// <summary>What a batch says of a room beside its numbers. Stored; the numbers never change.</summary>
[Flags]
internal enum RoomFlags
{
    None = 0,

    /// <summary>Something was said in it.</summary>
    Said = 1,

    /// <summary>The topic was set or cleared.</summary>
    TopicChanged = 2,

    /// <summary>The topic follows.</summary>
    Topic = 4,
}
