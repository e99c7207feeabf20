namespace Confab.Transport.Backlogs;

/// <summary>Bytes that wait for their peer, in order.</summary>
internal interface IOutgoingQueue
{
    bool IsEmpty { get; }

    /// <summary>The piece that goes next, or what the peer has not taken of it. Stays as it is until it is consumed, even after a clear.</summary>
    ReadOnlyMemory<byte> Next { get; }

    /// <summary>Forgets the first bytes of <see cref="Next"/>: the peer has them. True when that piece is done.</summary>
    bool Consume(int count);
}
