using System.Net.Sockets;
using System.Threading.Channels;
using Confab.Client.Connections;
using Confab.Client.Events;

namespace Confab.Client.Classic;

/// <summary>
/// A session in a classic dialect, on any server that speaks it. When the connection breaks it connects again; the classic dialects
/// know no history, so what was said meanwhile is missed.
/// </summary>
/// <example>
/// <code>
/// await using var session = await DialectSession.ConnectAsync(new DialectSessionOptions(address, "relay"));
/// await session.TypeAsync("hello");
/// await foreach (var happened in session.ReadEventsAsync()) { /* LineShown, ConnectionLost, ... */ }
/// </code>
/// </example>
public sealed class DialectSession : IAsyncDisposable
{
    /// <summary>Lines that wait for their reader; beyond it nothing is read from the server.</summary>
    private const int MostEvents = 1024;

    private readonly DialectSessionOptions _options;
    private readonly DialectClient _words;
    private readonly Backoff _backoff;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<ClientEvent> _events = Channel.CreateBounded<ClientEvent>(new BoundedChannelOptions(MostEvents));
    private volatile DialectConnection? _connection;
    private Task _running = Task.CompletedTask;

    private DialectSession(DialectSessionOptions options)
    {
        _options = options;
        _words = DialectClient.Create(options.Dialect, options.Nickname);
        _backoff = new Backoff(options.Reconnect);
    }

    /// <summary>Connects. Only this first attempt may fail; later ones are repeated.</summary>
    /// <param name="options">Where to, and in which dialect.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConnectFailedException">There is nobody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dialect.</exception>
    public static async Task<DialectSession> ConnectAsync(DialectSessionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var session = new DialectSession(options);
        var connection = await session.OpenAsync(cancellationToken);
        session._running = session.RunAsync(connection);
        return session;
    }

    /// <summary>What happens, in order, until the session is over. For one reader.</summary>
    /// <param name="cancellationToken">Ends the reading, not the session.</param>
    public IAsyncEnumerable<ClientEvent> ReadEventsAsync(CancellationToken cancellationToken = default) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The line that somebody types to leave.</summary>
    public string QuitWord => _words.QuitWord;

    /// <summary>Whether somebody who types this line leaves.</summary>
    /// <param name="line">The line without its end.</param>
    public bool IsGoodbye(string line) => _words.IsGoodbye(line);

    /// <summary>Sends a line as the dialect has it; a goodbye ends the session.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>False if there is no connection now, so that nothing was sent.</returns>
    public async Task<bool> TypeAsync(string line, CancellationToken cancellationToken = default)
    {
        if (_connection is not { } connection)
        {
            return false;
        }

        // Known before it is sent: a quick server closes at once, and that must not look like a lost connection.
        if (IsGoodbye(line))
        {
            _left.TrySetResult();
        }

        try
        {
            await connection.TypeAsync(line, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Says goodbye, waits for the server to close, and ends the session.</summary>
    /// <param name="goodbye">The line to leave with; null: the dialect's own word.</param>
    public async Task LeaveAsync(string? goodbye = null)
    {
        if (!await TypeAsync(goodbye ?? QuitWord))
        {
            await _stop.CancelAsync();
        }

        await _running;
    }

    /// <summary>Closes the connection at once and ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    private async Task<DialectConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var client = DialectClient.Create(_options.Dialect, _options.Nickname);
        var socket = await Dial.ConnectAsync(_options.Address, _options.Reconnect, cancellationToken);
        var connection = new DialectConnection(socket, client, _options);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return _connection = connection;
        }
        catch (SocketException exception)
        {
            connection.Dispose();
            throw new ConnectFailedException(_options.Address, exception.Message, exception);
        }
    }

    private async Task RunAsync(DialectConnection connection)
    {
        Ended? ended = null;
        Exception? defect = null;
        try
        {
            for (var again = false; (ended = await LiveAsync(connection, again)) is null; again = true)
            {
                connection = await ReconnectAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Closed by its owner.
        }
        catch (Exception exception)
        {
            // Nothing that a server can cause: whoever reads the events hears of it instead of waiting for ever.
            defect = exception;
        }

        _connection = null;
        _events.Writer.TryWrite(ended ?? new Ended(false, null));
        _events.Writer.Complete(defect);
    }

    // Null: the connection broke, and the session goes on with another one.
    private async Task<Ended?> LiveAsync(DialectConnection connection, bool again)
    {
        using (connection)
        {
            _backoff.Connected();
            await _events.Writer.WriteAsync(new Connected(_options.Nickname, again), _stop.Token);
            await ShowAsync(connection.Client.Opening);
            var reason = await ReadAsync(connection);
            _connection = null;
            if (connection.Client.HasEnded || _left.Task.IsCompleted)
            {
                await ShowAsync(connection.Client.Closing);
                return new Ended(connection.Client.HasEnded, null);
            }

            _backoff.Lost();
            await _events.Writer.WriteAsync(new ConnectionLost(reason), _stop.Token);
            return null;
        }
    }

    private async Task<string> ReadAsync(DialectConnection connection)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var goodbye = LimitGoodbyeAsync(patience);
        try
        {
            var shown = new List<string>();
            for (var more = true; more && !connection.Client.HasEnded;)
            {
                more = await connection.ReadAsync(shown, patience.Token);
                foreach (var line in shown)
                {
                    await ShowAsync(line);
                }

                shown.Clear();
            }

            return "the server closed the connection";
        }
        catch (SocketException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return "the server did not close the connection";
        }
        finally
        {
            await patience.CancelAsync();
            await goodbye;
        }
    }

    private async Task LimitGoodbyeAsync(CancellationTokenSource patience)
    {
        try
        {
            await _left.Task.WaitAsync(patience.Token);
            await Task.Delay(_options.LongestGoodbye, _options.Reconnect.Clock, patience.Token);
            await patience.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private async Task<DialectConnection> ReconnectAsync()
    {
        string? problem = null;
        while (true)
        {
            var wait = _backoff.Next();
            await _events.Writer.WriteAsync(new Reconnecting(wait, _backoff.Attempts, problem), _stop.Token);
            await Task.Delay(wait, _options.Reconnect.Clock, _stop.Token);
            try
            {
                return await OpenAsync(_stop.Token);
            }
            catch (ConnectFailedException exception)
            {
                problem = exception.Message;
            }
        }
    }

    private async Task ShowAsync(string? line)
    {
        if (line is not null)
        {
            await _events.Writer.WriteAsync(new LineShown(line), _stop.Token);
        }
    }
}
