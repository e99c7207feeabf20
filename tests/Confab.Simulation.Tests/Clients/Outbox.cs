using System.Text;

namespace Confab.Simulation.Tests.Clients;

/// <summary>What a client will send, in pieces that end anywhere: a network promises no more.</summary>
internal sealed class Outbox(Random random)
{
    private readonly Queue<Piece> _pieces = new();

    public bool IsEmpty => _pieces.Count == 0;

    public void Clear() => _pieces.Clear();

    /// <summary>Adds a message, perhaps cut; never before the byte <paramref name="cutFrom"/>.</summary>
    public void Add(string message, int cutFrom)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        var start = 0;
        while (Math.Max(cutFrom, start + 1) < bytes.Length && random.Next(6) == 0)
        {
            var cut = random.Next(Math.Max(cutFrom, start + 1), bytes.Length);
            _pieces.Enqueue(new Piece(bytes[start..cut], EndsRead: false));
            start = cut;
        }

        _pieces.Enqueue(new Piece(bytes[start..], EndsRead: true));
    }

    /// <summary>Takes the next piece, with <paramref name="glued"/> perhaps several as one.</summary>
    public bool TryTake(bool glued, out Piece piece)
    {
        if (!_pieces.TryDequeue(out piece))
        {
            return false;
        }

        while (glued && random.Next(3) == 0 && _pieces.TryDequeue(out var next))
        {
            piece = new Piece([.. piece.Bytes, .. next.Bytes], next.EndsRead);
        }

        return true;
    }
}
