using System.Security.Cryptography;
using System.Text;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>All that was done and seen in a run: as a hash, to compare two runs, and as text, to read what led to a failure.</summary>
internal sealed class Trace : IDisposable
{
    private const int LinesKept = 400;
    private const int LineLength = 300;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<string> _lines = new();

    public void Note(string line)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        _lines.Enqueue(line.Length > LineLength ? $"{line[..LineLength]}…" : line);
        if (_lines.Count > LinesKept)
        {
            _lines.Dequeue();
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    public override string ToString() => string.Join('\n', _lines);
}
