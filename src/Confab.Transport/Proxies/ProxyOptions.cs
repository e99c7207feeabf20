using System.Net;

namespace Confab.Transport.Proxies;

/// <summary>Who may speak for others. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses of proxies that are believed about whom they speak for.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; set; } = [];

    /// <summary>How long a proxy may take to say whom it speaks for.</summary>
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
