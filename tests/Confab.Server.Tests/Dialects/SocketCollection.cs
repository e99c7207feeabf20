namespace Confab.Server.Tests.Dialects;

/// <summary>Tests over real sockets run one after the other: what is measured is the server, not the queue for a processor.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SocketCollection
{
    public const string Name = "sockets";
}
