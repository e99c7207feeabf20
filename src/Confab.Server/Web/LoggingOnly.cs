using Microsoft.Extensions.Logging;

namespace Confab.Server.Web;

/// <summary>All the services that Kestrel asks for here.</summary>
internal sealed class LoggingOnly(ILoggerFactory logging) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? logging : null;
}
