using Confab.Transport.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace Confab.Server.Web;

/// <summary>Puts a stream that gathers messages between a connection and the WebSocket on it.</summary>
internal sealed class BatchingUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    /// <summary>The stream; null before the upgrade.</summary>
    public BatchingStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new BatchingStream(await inner.UpgradeAsync());
}
