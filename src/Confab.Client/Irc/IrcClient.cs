using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Confab.Client.Events;
using Confab.Client.Irc.Rooms;
using Confab.Client.Irc.SigningOn;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>
/// A session on an IRC server that stays: when the connection breaks, it connects again, returns to its rooms, reads from the history what it
/// missed and sends again what was not acknowledged, so that on a Confab server nothing is lost and nothing doubled.
/// </summary>
/// <remarks>
/// <para>It needs a server with the capabilities message-tags, batch, labeled-response and echo-message. History, and with it what was missed,
/// needs draft/chathistory. That a message sent again is posted once needs a Confab server.</para>
/// <para>Asking (<see cref="SendAsync"/> and the like) completes when the server's answer has come, and waits through a lost connection
/// where asking twice does no harm. Everything may be called from any thread.</para>
/// <para>Read <see cref="ReadEventsAsync"/> all the time: when <see cref="IrcClientOptions.MostEvents"/> events wait, the client stops reading
/// from the server, and then answers do not come either. Never await an answer in the loop that reads the events.</para>
/// </remarks>
/// <example>
/// <code>
/// IrcDoor.TryParse("ircs://chat.example", out var door, out _);
/// await using var client = await IrcClient.ConnectAsync(
///     new IrcClientOptions(door!, "alice") { Credentials = IrcCredentials.Password("alice", "secret") });
/// var reading = Task.Run(async () =>
/// {
///     await foreach (var happened in client.ReadEventsAsync())
///     {
///         if (happened is MessageHeard { Entry: var entry })
///         {
///             Console.WriteLine($"{entry.From}: {entry.Text}");
///         }
///     }
/// });
/// await client.JoinAsync("#lobby");
/// await client.SendAsync("#lobby", "hello all");
/// </code>
/// </example>
public sealed class IrcClient : IAsyncDisposable
{
    /// <summary>Enough in flight to keep a distant server busy, and few enough for any server's input buffer.</summary>
    private const int Window = 64;

    private const int TokenBytes = 16;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ClientEvent> _events;
    private readonly IrcLane _lane;
    private readonly IrcRoomBook _rooms;
    private readonly IrcLife _life;
    private readonly IrcSignOn _signOn;
    private readonly TimeProvider _clock;
    private Task _running = Task.CompletedTask;

    private IrcClient(IrcClientOptions options)
    {
        _clock = options.Reconnect.Clock;
        _events = Channel.CreateBounded<ClientEvent>(new BoundedChannelOptions(options.MostEvents) { SingleWriter = true });

        // Whoever knows the token can keep a message from being posted: it is not made of the injected randomness.
        _lane = new IrcLane(options.MostCommands, Window, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)));
        _rooms = new IrcRoomBook(_lane);
        _signOn = new IrcSignOn(options);
        _life = new IrcLife(options, _lane, _rooms, _signOn, _events.Writer);
    }

    /// <summary>The nickname that the session has now. It may change when the connection was lost and the name is taken.</summary>
    public string Nickname => _rooms.Nickname;

    /// <summary>Connects and signs on. Only this first attempt may fail; later ones are repeated.</summary>
    /// <param name="options">Where to, and under which name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConnectFailedException">There is nobody, the certificate is wrong, or the server cannot do what this client needs.</exception>
    /// <exception cref="RefusedException">The server does not want this client, its account, or its nickname.</exception>
    public static async Task<IrcClient> ConnectAsync(IrcClientOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = new IrcClient(options);
        var connection = await client._signOn.ConnectAsync(cancellationToken);
        client._running = client._life.RunAsync(connection, client._stop.Token);
        return client;
    }

    /// <summary>What happens, in order, until the client is closed. For one reader.</summary>
    /// <param name="cancellationToken">Ends the reading, not the client.</param>
    public IAsyncEnumerable<ClientEvent> ReadEventsAsync(CancellationToken cancellationToken = default) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Enters a room; it is made if there is none. What is said in it comes as events from then on, lost connections or not.</summary>
    /// <param name="room">The room, with its "#".</param>
    /// <param name="key">The key that opens it; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The server did not let the client in.</exception>
    public async Task<EnteredIrcRoom> JoinAsync(string room, string? key = null, CancellationToken cancellationToken = default)
    {
        var answer = await _lane.AskAsync(key is null ? new IrcMessage("JOIN", room) : new IrcMessage("JOIN", room, key), true, cancellationToken);
        var entered = answer.Lines.LastOrDefault(line => line.Command == "JOIN")?.Parameter(0) ?? room;
        return new EnteredIrcRoom(entered, answer.Lines.FirstOrDefault(line => line.Command == IrcNumerics.RplTopic)?.Parameter(2));
    }

    /// <summary>Leaves a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="reason">Why, for the others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The client is not in that room.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether the client left is not known.</exception>
    public Task PartAsync(string room, string? reason = null, CancellationToken cancellationToken = default) =>
        _lane.AskAsync(reason is null ? new IrcMessage("PART", room) : new IrcMessage("PART", room, reason), false, cancellationToken);

    /// <summary>
    /// Says something and waits until the server has echoed it: on a Confab server it is then in the history. To a room it survives lost
    /// connections: it is sent again with the same key, and the server posts it once. Messages are sent in the order of the calls; there is no
    /// need to wait for one before the next.
    /// </summary>
    /// <param name="target">A room, or a person's nickname.</param>
    /// <param name="text">What to say: one line, which with the command and target takes at most 512 bytes in UTF-8.</param>
    /// <param name="kind">How to say it.</param>
    /// <param name="cancellationToken">Stops waiting; the message may have been posted.</param>
    /// <exception cref="ArgumentException">The text is empty, has several lines or is too long; split it.</exception>
    /// <exception cref="RefusedException">The server did not take it.</exception>
    /// <exception cref="ConnectionLostException">
    /// The client was closed; or the connection broke each time a message to a room was under way; or it broke under a message to a person, of
    /// which it is not known whether it arrived.
    /// </exception>
    public async Task<CommittedMessage> SendAsync(
        string target,
        string text,
        IrcMessageKind kind = IrcMessageKind.Message,
        CancellationToken cancellationToken = default)
    {
        var said = kind == IrcMessageKind.Action ? $"\x01" + $"ACTION {text}\x01" : text;
        var command = new IrcMessage(kind == IrcMessageKind.Notice ? "NOTICE" : "PRIVMSG", target, said);
        Check(command, text);
        var answer = await _lane.AskAsync(command, IrcLane.IsRoom(target), cancellationToken);

        // A service answers in place of the echo; what it says is no word of ours.
        var echo = answer.Lines.Where(line => line.Command == command.Command).Select(IrcEntry.Of)
            .FirstOrDefault(entry => string.Equals(entry?.Target, target, StringComparison.OrdinalIgnoreCase));
        return new CommittedMessage(echo?.Target ?? target, echo?.Id ?? "", echo?.Time);
    }

    /// <summary>Takes another nickname.</summary>
    /// <param name="nickname">The new one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">It is taken or cannot be a nickname.</exception>
    /// <exception cref="ConnectionLostException">The connection broke.</exception>
    public Task RenameAsync(string nickname, CancellationToken cancellationToken = default) =>
        _lane.AskAsync(new IrcMessage("NICK", nickname), false, cancellationToken);

    /// <summary>Sets a room's topic.</summary>
    /// <param name="room">The room.</param>
    /// <param name="text">The topic; empty for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">The client may not.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether it was set is not known.</exception>
    public Task SetTopicAsync(string room, string text, CancellationToken cancellationToken = default) =>
        _lane.AskAsync(new IrcMessage("TOPIC", room, text), false, cancellationToken);

    /// <summary>
    /// Reads messages of a room or of a conversation with a person: with <paramref name="after"/> the oldest behind it, with
    /// <paramref name="before"/> the newest ahead of it, with both those between, with neither the newest (IRCv3 chathistory).
    /// </summary>
    /// <param name="target">The room, or the person's nickname.</param>
    /// <param name="before">Only messages ahead of this one or this time, such as <see cref="IrcEntry.Place"/>.</param>
    /// <param name="after">Only messages behind this one or this time.</param>
    /// <param name="limit">At most so many; the server may give fewer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such history, or the client may not read it.</exception>
    public async Task<IrcHistoryPage> ReadHistoryAsync(
        string target,
        HistoryReference? before = null,
        HistoryReference? after = null,
        int limit = 50,
        CancellationToken cancellationToken = default)
    {
        string[] places = (before, after) switch
        {
            ({ } end, { } start) => ["BETWEEN", target, start.ToString(), end.ToString()],
            ({ } end, null) => ["BEFORE", target, end.ToString()],
            (null, { } start) => ["AFTER", target, start.ToString()],
            _ => ["LATEST", target, "*"],
        };
        var command = new IrcMessage("CHATHISTORY", [.. places, limit.ToString(CultureInfo.InvariantCulture)]);
        var entries = IrcRoomBook.Entries(await _lane.AskAsync(command, true, cancellationToken));
        return new IrcHistoryPage(entries, entries.Count > 0 && entries.Count >= Math.Min(limit, _rooms.LongestPage));
    }

    /// <summary>Asks anything else, and waits for the whole answer.</summary>
    /// <param name="command">What to send; the client adds its label.</param>
    /// <param name="isResendable">Whether asking twice does no more than asking once: then it is asked again after a lost connection.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The lines of the answer; none if the server only said that it is done.</returns>
    /// <exception cref="RefusedException">The server refused: a numeric of an error, or FAIL.</exception>
    /// <exception cref="ConnectionLostException">The connection broke; whether it was done is not known.</exception>
    public async Task<IReadOnlyList<IrcMessage>> AskAsync(IrcMessage command, bool isResendable = false, CancellationToken cancellationToken = default) =>
        (await _lane.AskAsync(command, isResendable, cancellationToken)).Lines;

    /// <summary>Waits for the server: when this completes, all that happened before has come.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PingAsync(CancellationToken cancellationToken = default) => _lane.AskAsync(new IrcMessage("PING", "ping"), true, cancellationToken);

    /// <summary>Says goodbye and closes the client.</summary>
    /// <param name="reason">Why, for the others.</param>
    /// <param name="cancellationToken">Does not wait for the server's goodbye.</param>
    public async Task QuitAsync(string? reason = null, CancellationToken cancellationToken = default)
    {
        var asking = Task.CompletedTask;
        if (_life.IsConnected)
        {
            _life.Leave();
            using var timeout = new CancellationTokenSource(LongestGoodbye, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            asking = _lane.AskAsync(reason is null ? new IrcMessage("QUIT") : new IrcMessage("QUIT", reason), false, either.Token);
            await _running.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await DisposeAsync();

        // There is no answer but the end.
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Closes the connection at once and ends the client; what is not acknowledged fails.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    // The writer would cut the line or make spaces of its breaks: then another text would be posted than was said.
    private static void Check(IrcMessage command, string text)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException("A message is one line of at least one character; send several lines one by one.", nameof(text));
        }

        var bytes = Encoding.UTF8.GetByteCount($"{command.Command} {command.Parameters[0]} :{command.Parameters[1]}\r\n");
        if (bytes > IrcLimits.BodyBytes)
        {
            throw new ArgumentException($"The line would have {bytes} bytes and may have {IrcLimits.BodyBytes}; split the text.", nameof(text));
        }
    }
}
