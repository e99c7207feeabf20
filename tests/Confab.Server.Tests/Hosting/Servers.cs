using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

/// <summary>Settings for servers that live inside a test: free ports, and history in memory.</summary>
internal static class Servers
{
    /// <summary>Every door on a free port.</summary>
    public static ServerOptions Options(params string[] dialects) => new()
    {
        Ephemeral = true,
        Listeners = [.. (dialects.Length == 0 ? DialectCatalog.Names : dialects).Select(name => new ListenerOptions { Dialect = name, Port = 0 })],
    };

    public static Task<ConfabServer> StartAsync(ScriptedTerminal? terminal = null) =>
        ConfabServer.StartAsync(Options(), new ServerParts { Terminal = terminal });
}
