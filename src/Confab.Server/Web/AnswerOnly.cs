using Microsoft.AspNetCore.Http.Features;

namespace Confab.Server.Web;

/// <summary>
/// Answers the request that makes a connection a WebSocket, and gives the library's WebSocket nothing to read or write: the library checks the request
/// and makes the answer, and the session that begins then does the rest.
/// </summary>
internal sealed class AnswerOnly(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync()
    {
        await inner.UpgradeAsync();
        return Stream.Null;
    }
}
