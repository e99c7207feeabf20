using System.Net;
using System.Security.Cryptography;
using Confab.Chat;
using Confab.Dialects;
using Confab.Engine;
using Confab.Server.Configuration;
using Confab.Server.Logging;
using Confab.Storage.Memory;
using Confab.Transport.Connections;
using Confab.Transport.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Hosting;

/// <summary>
/// A few visitors of whom nobody knows, on an engine of their own: who comes in first would otherwise wait a tenth of a second for the runtime to
/// prepare all that a sign-on runs through, and a crowd that comes back after a restart with them. Touches nothing of the real server.
/// </summary>
internal static class Rehearsal
{
    private const int Visitors = 3;

    /// <summary>Plays it once, on the caller's thread.</summary>
    /// <param name="options">Whose doors the visitors come through.</param>
    /// <param name="clock">Gives the time.</param>
    /// <returns>How many messages were said.</returns>
    public static long Play(ServerOptions options, TimeProvider clock)
    {
        var events = new ServerEvents(NullLoggerFactory.Instance);
        var chat = new ChatState(new ChatOptions(options.Room, options.ServerName, new ChatLimits()));
        using var log = new MemoryMessageLog();
        using var engine = new ChatEngine(chat, log, new RisingIds(RandomNumberGenerator.Fill), clock, new EngineOptions(), TaskScheduler.Default, events);
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
        for (var visitor = 1; visitor <= Visitors; visitor++)
        {
            var words = dialect.Visit($"{dialect.Name}{visitor}", room);
            if (words.Length == 0 || host.TryOpen(dialect, new IPEndPoint(IPAddress.Loopback, visitor), new NoWire()) is not { } session)
            {
                return;
            }

            SessionHost.Start(session);
            session.Receive(words, endOfRead: true, out _);
            while (engine.Step())
            {
            }
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
