using System.Threading.Channels;
using Confab.Dialects;

namespace Confab.Server.Tests.Transport;

/// <summary>A dialect that means nothing: what is said and heard on its sessions is the test's business, so that only the transport is tested.</summary>
internal sealed class WitnessDialect : Dialect
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Channel<WitnessSession> _sessions = Channel.CreateUnbounded<WitnessSession>();

    public override string Name => "witness";

    public override int DefaultPort => 0;

    public override string HowToJoin(string host, int port) => $"{host} {port}";

    public override DialectSession CreateSession() => new WitnessSession(_sessions.Writer);

    /// <summary>The next session that begins.</summary>
    public async Task<WitnessSession> NextAsync() => await _sessions.Reader.ReadAsync().AsTask().WaitAsync(_patience);

    public bool HasMore => _sessions.Reader.TryPeek(out _);
}
