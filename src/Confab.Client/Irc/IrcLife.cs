using System.Threading.Channels;
using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Client.Irc.Rooms;
using Confab.Client.Irc.SigningOn;

namespace Confab.Client.Irc;

/// <summary>Keeps a client connected: one connection after the other, with waits between them, until it is stopped or refused.</summary>
internal sealed class IrcLife(IrcClientOptions options, IrcLane lane, IrcRoomBook rooms, IrcSignOn signOn, ChannelWriter<ClientEvent> output)
{
    private readonly Backoff _backoff = new(options.Reconnect);

    private volatile bool _isConnected;
    private volatile bool _isLeaving;

    public bool IsConnected => _isConnected;

    /// <summary>The client says goodbye: the end of this connection is the end.</summary>
    public void Leave() => _isLeaving = true;

    public async Task RunAsync(SignedOn connection, CancellationToken stop)
    {
        var (byServer, reason) = (false, "The client was closed.");
        Exception? defect = null;
        try
        {
            for (var again = false; await LiveAsync(connection, again, stop); again = true)
            {
                connection = await ReconnectAsync(stop);
            }
        }
        catch (RefusedException exception)
        {
            (byServer, reason) = (true, exception.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Closed by its owner.
        }
        catch (Exception exception)
        {
            // Nothing that a server can cause: whoever waits hears of it instead of waiting for ever.
            (reason, defect) = (exception.Message, exception);
        }

        lane.Close(new ConnectionLostException(reason));
        output.TryWrite(new Ended(byServer, byServer ? reason : null));
        output.Complete(defect);
    }

    // False: the client said goodbye and does not come back.
    private async Task<bool> LiveAsync(SignedOn connection, bool again, CancellationToken stop)
    {
        using (connection.Connection)
        {
            _backoff.Connected();
            rooms.Welcomed(connection.Facts);
            await output.WriteAsync(new Connected(rooms.Nickname, again), stop);
            var live = new IrcLive(connection.Connection, lane, rooms, output, options);
            _isConnected = true;
            var reason = await live.RunAsync(connection.Lines, stop);
            _isConnected = false;
            signOn.Left(connection);
            if (_isLeaving)
            {
                return false;
            }

            stop.ThrowIfCancellationRequested();
            _backoff.Lost();

            // Asks for the name that the person has by now, and not for the number behind it.
            signOn.Nickname = rooms.WantedNickname ?? signOn.Nickname;
            rooms.Interrupted();
            lane.Interrupted();
            await output.WriteAsync(new ConnectionLost(reason), stop);
            return true;
        }
    }

    private async Task<SignedOn> ReconnectAsync(CancellationToken stop)
    {
        string? problem = null;
        while (true)
        {
            var wait = _backoff.Next();
            await output.WriteAsync(new Reconnecting(wait, _backoff.Attempts, problem), stop);
            await Task.Delay(wait, options.Reconnect.Clock, stop);
            try
            {
                return await signOn.ConnectAsync(stop);
            }
            catch (ConnectFailedException exception)
            {
                problem = exception.Message;
            }
        }
    }
}
