using System.Security.Cryptography;
using System.Threading.Channels;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>
/// A session on a Confab server that stays: when the connection breaks, it connects again, returns to its rooms, fetches what it missed and
/// sends again what was not acknowledged, so that nothing is lost and nothing doubled.
/// </summary>
/// <remarks>
/// <para>Asking (<see cref="SayAsync"/> and the like) completes when the server's reply has come, and waits through a lost connection
/// where asking twice does no harm. Everything may be called from any thread.</para>
/// <para>Read <see cref="ReadEventsAsync"/> all the time: when <see cref="ChatClientOptions.MostEvents"/> events wait, the client stops reading
/// from the server, and then replies do not come either. Never await a reply in the loop that reads the events.</para>
/// </remarks>
/// <example>
/// <code>
/// ServerAddress.TryParse("127.0.0.1", 4000, out var address, out _);
/// await using var client = await ChatClient.ConnectAsync(new ChatClientOptions(address!) { Nickname = "alice" });
/// var reading = Task.Run(async () =>
/// {
///     await foreach (var happened in client.ReadEventsAsync())
///     {
///         if (happened is ServerSaid { Event: { Type: JsonTypes.Message } message })
///         {
///             Console.WriteLine($"{message.From}: {message.Text}");
///         }
///     }
/// });
/// await client.JoinAsync("#lobby");
/// await client.SayAsync("#lobby", "hello all");
/// </code>
/// </example>
public sealed class ChatClient : IAsyncDisposable
{
    /// <summary>Enough in flight to keep a distant server busy, and few enough for any server's input buffer.</summary>
    private const int Window = 64;

    private const int TokenBytes = 16;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ClientEvent> _events;
    private readonly CommandLane _lane;
    private readonly RoomBook _rooms;
    private readonly ClientLife _life;
    private readonly SignOn _signOn;
    private readonly TimeProvider _clock;
    private Task _running = Task.CompletedTask;

    private ChatClient(ChatClientOptions options)
    {
        _clock = options.Reconnect.Clock;
        _events = Channel.CreateBounded<ClientEvent>(new BoundedChannelOptions(options.MostEvents) { SingleWriter = true });
        _lane = new CommandLane(options.MostCommands, Window);
        _rooms = new RoomBook(_lane);

        // Whoever knows the token can keep a message from being posted: it is not made of the injected randomness.
        _signOn = new SignOn(options, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)));
        _life = new ClientLife(options, _lane, _rooms, _signOn, _events.Writer);
    }

    /// <summary>The nickname that the session has now. It may change when the connection was lost and the name is taken.</summary>
    public string Nickname => _rooms.Nickname;

    /// <summary>Connects and signs on. Only this first attempt may fail; later ones are repeated.</summary>
    /// <param name="options">Where to, and under which name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConnectFailedException">There is nobody, or nobody who speaks the protocol.</exception>
    /// <exception cref="RefusedException">The server does not want this client, or the nickname cannot be one.</exception>
    public static async Task<ChatClient> ConnectAsync(ChatClientOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = new ChatClient(options);
        var (connection, events) = await client._signOn.ConnectAsync(cancellationToken);
        client._running = client._life.RunAsync(connection, events, client._stop.Token);
        return client;
    }

    /// <summary>What happens, in order, until the client is closed. For one reader.</summary>
    /// <param name="cancellationToken">Ends the reading, not the client.</param>
    public IAsyncEnumerable<ClientEvent> ReadEventsAsync(CancellationToken cancellationToken = default) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Enters a room; it is made if there is none. Its entries come as events from then on.</summary>
    /// <param name="room">The room, with its "#".</param>
    /// <param name="since">The number of the last entry that is known already: all after it come first. Null: only what is new.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The server did not let the client in.</exception>
    public async Task<EnteredRoom> JoinAsync(string room, long? since = null, CancellationToken cancellationToken = default)
    {
        var reply = await AskAsync(new JsonCommand { Type = JsonTypes.Join, Room = room, Since = since }, true, cancellationToken);
        return new EnteredRoom(reply.Room ?? room, reply.Topic, reply.Last ?? 0);
    }

    /// <summary>Leaves a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="reason">Why, for the others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The client is not in that room.</exception>
    public Task PartAsync(string room, string? reason = null, CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Part, Room = room, Reason = reason }, true, cancellationToken);

    /// <summary>
    /// Says something in a room and waits until it is in the server's history. Survives lost connections: it is sent again with the same key,
    /// and the server posts it once. Messages are sent in the order of the calls; there is no need to wait for one before the next.
    /// </summary>
    /// <param name="room">A room that the client is in.</param>
    /// <param name="text">What to say.</param>
    /// <param name="kind">One of <see cref="JsonKinds"/>; null: a message.</param>
    /// <param name="cancellationToken">Stops waiting; the message may have been posted.</param>
    /// <exception cref="RefusedException">The server did not take it.</exception>
    /// <exception cref="ConnectionLostException">The client was closed, or the connection broke each time the message was under way.</exception>
    public async Task<SentMessage> SayAsync(string room, string text, string? kind = null, CancellationToken cancellationToken = default)
    {
        var reply = await AskAsync(new JsonCommand { Type = JsonTypes.Say, Room = room, Text = text, Kind = kind }, true, cancellationToken);
        return new SentMessage(reply.Room ?? room, reply.Number ?? 0, reply.Id ?? "", reply.Duplicate ?? false);
    }

    /// <summary>Says something to one person, through whichever door that person came.</summary>
    /// <param name="nickname">The person.</param>
    /// <param name="text">What to say.</param>
    /// <param name="cancellationToken">Stops waiting; the text may have been delivered.</param>
    /// <exception cref="RefusedException">Nobody has that nickname, or the server did not take the text.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether the text arrived is not known.</exception>
    public Task TellAsync(string nickname, string text, CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Tell, To = nickname, Text = text }, false, cancellationToken);

    /// <summary>Takes another nickname.</summary>
    /// <param name="nickname">The new one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">It is taken or cannot be a nickname.</exception>
    /// <exception cref="ConnectionLostException">The connection broke.</exception>
    public Task RenameAsync(string nickname, CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Nick, Nick = nickname }, false, cancellationToken);

    /// <summary>Sets a room's topic.</summary>
    /// <param name="room">The room.</param>
    /// <param name="text">The topic; empty for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The client may not, or the text is too long.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether it was set is not known.</exception>
    public Task SetTopicAsync(string room, string text, CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Topic, Room = room, Text = text }, false, cancellationToken);

    /// <summary>Asks who is in a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such room, or the client may not know.</exception>
    public async Task<IReadOnlyList<JsonMember>> ListMembersAsync(string room, CancellationToken cancellationToken = default) =>
        (await AskAsync(new JsonCommand { Type = JsonTypes.Who, Room = room }, true, cancellationToken)).Members ?? [];

    /// <summary>Asks for the list of rooms.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The server did not say.</exception>
    public async Task<IReadOnlyList<JsonRoom>> ListRoomsAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync(new JsonCommand { Type = JsonTypes.Rooms }, true, cancellationToken)).Rooms ?? [];

    /// <summary>Reads messages of a room: with <paramref name="after"/> the oldest behind it, otherwise the newest.</summary>
    /// <param name="room">The room.</param>
    /// <param name="before">Only messages of a smaller number.</param>
    /// <param name="after">Only messages of a larger number.</param>
    /// <param name="limit">At most so many; the server may give fewer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such room, or the client may not read it.</exception>
    public async Task<HistoryPage> ReadHistoryAsync(
        string room,
        long? before = null,
        long? after = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        Page(await AskAsync(
            new JsonCommand { Type = JsonTypes.History, Room = room, Before = before, After = after, Limit = limit },
            true,
            cancellationToken));

    /// <summary>Finds a message by its id.</summary>
    /// <param name="id">32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message, or null where there is none that the client may see.</returns>
    /// <exception cref="RefusedException">The id cannot be one.</exception>
    public async Task<JsonEvent?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            var reply = await AskAsync(new JsonCommand { Type = JsonTypes.Find, Id = id }, true, cancellationToken);
            return reply.Messages is [var found, ..] ? found : null;
        }
        catch (RefusedException exception) when (exception.Code == JsonErrors.NotFound)
        {
            return null;
        }
    }

    /// <summary>Searches for messages in which all words occur, newest first.</summary>
    /// <param name="words">The words, separated by spaces.</param>
    /// <param name="room">Only in this room; null: in all that the client may read.</param>
    /// <param name="before">Only messages of a smaller number; needs <paramref name="room"/>.</param>
    /// <param name="limit">At most so many; the server may give fewer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The words cannot be searched for.</exception>
    public async Task<HistoryPage> SearchAsync(
        string words,
        string? room = null,
        long? before = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        Page(await AskAsync(
            new JsonCommand { Type = JsonTypes.Search, Words = words, Room = room, Before = before, Limit = limit },
            true,
            cancellationToken));

    /// <summary>Removes somebody from a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="nickname">The person.</param>
    /// <param name="reason">Why, for all to read.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The client may not, or that person is not there.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether it was done is not known.</exception>
    public Task KickAsync(string room, string nickname, string? reason = null, CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Kick, Room = room, Nick = nickname, Reason = reason }, false, cancellationToken);

    /// <summary>Waits for the server: when this completes, all that happened before has come.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PingAsync(CancellationToken cancellationToken = default) =>
        AskAsync(new JsonCommand { Type = JsonTypes.Ping }, true, cancellationToken);

    /// <summary>Says goodbye and closes the client.</summary>
    /// <param name="reason">Why, for the others.</param>
    /// <param name="cancellationToken">Does not wait for the server's goodbye.</param>
    public async Task QuitAsync(string? reason = null, CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(LongestGoodbye, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            if (_life.IsConnected)
            {
                await AskAsync(new JsonCommand { Type = JsonTypes.Quit, Reason = reason }, false, either.Token);
            }
        }
        catch (Exception exception) when (exception is ConnectionLostException or RefusedException or OperationCanceledException)
        {
            // Gone either way.
        }

        await DisposeAsync();
    }

    /// <summary>Closes the connection at once and ends the client; what is not acknowledged fails.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    private static HistoryPage Page(JsonEvent reply) => new(reply.Messages ?? [], reply.More ?? false);

    private Task<JsonEvent> AskAsync(JsonCommand command, bool isResendable, CancellationToken cancellationToken) =>
        _lane.AskAsync(command, isResendable, cancellationToken);
}
