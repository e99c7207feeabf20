using Confab.Client;

namespace Confab.Cli.Benching;

/// <summary>What a measurement does.</summary>
/// <param name="Address">A door of the dialect.</param>
/// <param name="Dialect">What the members speak.</param>
/// <param name="Members">How many clients sit in the room; at least 2.</param>
/// <param name="Senders">How many of them speak.</param>
/// <param name="Window">How many messages of one sender may be on their way.</param>
/// <param name="Duration">How long they speak.</param>
/// <param name="Size">The length of a message in bytes.</param>
/// <param name="Rate">Messages per second of all senders together, sent when they are due whatever the server does; 0: as fast as the window allows.</param>
internal sealed record BenchPlan(ServerAddress Address, BenchDialect Dialect, int Members, int Senders, int Window, TimeSpan Duration, int Size, double Rate)
{
    /// <summary>The number of a sender, of a message and a time, each with a space.</summary>
    public const int SmallestSize = 48;
}
