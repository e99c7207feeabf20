using Confab.Chat;
using Confab.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Hosting;

/// <summary>What a server is given from outside; all of it can be left to the defaults.</summary>
public sealed record ServerParts
{
    /// <summary>Gives all its time but that of stopping, which must end also under a clock that nobody turns.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The history; stays open when the server stops. Null: the server opens the one of its options, and closes it.</summary>
    public IMessageLog? Log { get; init; }

    /// <summary>Gives message ids. Null: random ones that rise with the time.</summary>
    public IIdSource? Ids { get; init; }

    /// <summary>Where look-ups run.</summary>
    public TaskScheduler LookupScheduler { get; init; } = TaskScheduler.Default;

    /// <summary>Takes the log.</summary>
    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Where the operator sits; stays open when the server stops. Null for a server without console.</summary>
    public IOperatorTerminal? Terminal { get; init; }
}
