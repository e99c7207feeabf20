using System.Net;
using Confab.Chat;
using Confab.Dialects;
using Confab.Engine;
using Confab.Server.Configuration;
using Confab.Server.Logging;
using Confab.Storage.Memory;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Server.Hosting;

/// <summary>
/// A few visitors of whom nobody knows, on an engine of their own: who comes in first would otherwise wait a tenth of a second for the runtime to
/// prepare all that a sign-on runs through, and a crowd that comes back after a restart with them. Touches nothing of the real server.
/// </summary>
internal static class Rehearsal
{
    // Enough that tables grow, which needs code of its own.
    private const int Visitors = 20;

    /// <summary>Plays it once, on the caller's thread.</summary>
    /// <param name="options">Whose doors the visitors come through.</param>
    /// <param name="clock">Gives the time.</param>
    /// <returns>How many messages were said.</returns>
    public static long Play(ServerOptions options, TimeProvider clock)
    {
        using var logging = LogSetup.Create(options.LogFormat, terminal: null, Stream.Null);
        var events = new ServerEvents(logging);
        var chat = new ChatState(new ChatOptions(options.Room, options.ServerName, new ChatLimits()));
        using var log = new MemoryMessageLog();
        using var engine = new ChatEngine(chat, log, new RisingIds(SystemRandom.Fill), clock, new EngineOptions(), TaskScheduler.Default, events);
        using var host = new SessionHost(engine, new ConnectionLimits(), clock, events);
        var dialects = options.Listeners.Select(listener => listener.Dialect == ListenerOptions.Web ? options.Web.Dialect : listener.Dialect);
        foreach (var name in dialects.Distinct(StringComparer.Ordinal))
        {
            if (DialectCatalog.Create(name, new DialectOptions(options.Room) { Clock = clock }) is { } dialect)
            {
                Play(dialect, options.Room.Text, engine, host);
            }
        }

        engine.Stop();
        return chat.DefaultRoom.LastNumber;
    }

    private static void Play(Dialect dialect, string room, ChatEngine engine, SessionHost host)
    {
        var visitors = new List<LiveSession>();
        for (var visitor = 1; visitor <= Visitors; visitor++)
        {
            var (words, from) = (dialect.Visit($"{dialect.Name}{visitor}", room), new IPEndPoint(IPAddress.Loopback, visitor));
            if (words.Length == 0 || host.TryOpen(dialect, from, new NoWire()) is not { } session)
            {
                return;
            }

            visitors.Add(session);
            SessionHost.Start(session);
            session.Receive(words, endOfRead: true, out _);
            Run(engine);
        }

        foreach (var session in visitors)
        {
            host.Closed(session);
            Run(engine);
        }
    }

    private static void Run(ChatEngine engine)
    {
        while (engine.Step())
        {
        }
    }

    private sealed class NoWire : IWire
    {
        public int TrySend(ReadOnlySpan<byte> bytes) => bytes.Length;

        public void SendWhenWritable(ReadOnlyMemory<byte> bytes)
        {
            // Takes everything at once, so there is never a rest.
        }

        public void ShutdownSend()
        {
            // Nobody is there to see it.
        }

        public void Close(bool reset)
        {
            // Nothing is open.
        }
    }
}
