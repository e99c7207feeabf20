using Confab.Chat;
using Confab.Chat.Names;
using Confab.Dialects;
using Confab.Engine;
using Confab.Transport.Limits;

namespace Confab.Testing;

/// <summary>What a test may want to have different.</summary>
public sealed class TestServerOptions
{
    public ChatLimits Chat { get; } = new();

    public EngineOptions Engine { get; } = new();

    /// <summary>How many event loops serve, where the system has them; 0 for portable sockets.</summary>
    public int EventLoops { get; set; } = 2;

    public ConnectionLimits Connections { get; } = new();

    public Func<DialectOptions, DialectOptions> Dialect { get; set; } = options => options;

    public static RoomName Lobby { get; } = Room("#lobby");

    public static RoomName Room(string name) =>
        RoomName.TryCreate(name, out var room, out var problem) ? room : throw new ArgumentException(problem, nameof(name));

    public ChatOptions ChatOptions() =>
        new(Lobby, Nickname.TryCreate("Server", 32, out var server, out var problem) ? server : throw new InvalidOperationException(problem), Chat);
}
