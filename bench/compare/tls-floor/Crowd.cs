using System.Net.Security;

namespace Confab.TlsFloor;

/// <summary>Everybody who is connected; what one says is passed on to all.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly List<SslStream> _everybody = [];

    // One write of a stream at a time, and nobody comes or goes meanwhile.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task EnterAsync(SslStream one)
    {
        await _turn.WaitAsync();
        _everybody.Add(one);
        _turn.Release();
    }

    public async Task LeaveAsync(SslStream one)
    {
        await _turn.WaitAsync();
        _everybody.Remove(one);
        _turn.Release();
    }

    public async Task SayAsync(ReadOnlyMemory<byte> bytes)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var one in _everybody)
            {
                await WriteAsync(one, bytes);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async ValueTask WriteAsync(SslStream one, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await one.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // Gone; its own reads end it.
        }
    }
}
