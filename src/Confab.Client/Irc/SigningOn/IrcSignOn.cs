using Confab.Client.Connections;
using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.SigningOn;

/// <summary>Opens a connection and brings the client in.</summary>
internal sealed class IrcSignOn(IrcClientOptions options)
{
    private readonly TimeProvider _clock = options.Reconnect.Clock;

    /// <summary>The nickname to ask for first.</summary>
    public string Nickname { get; set; } = options.Nickname;

    /// <summary>Connects and waits for the end of the greeting.</summary>
    /// <exception cref="ConnectFailedException">There was nobody, or nobody who speaks as much IRC as is needed.</exception>
    /// <exception cref="RefusedException">The server does not want this client, its account or its nickname.</exception>
    public async Task<SignedOn> ConnectAsync(CancellationToken cancellationToken)
    {
        var door = options.Sts.Apply(options.Door, _clock.GetUtcNow());
        try
        {
            return await ConnectAsync(door, cancellationToken);
        }
        catch (StsUpgradeException upgrade)
        {
            // Only over TLS does the server's wish count from now on; a port that somebody on the way made up is asked for its certificate.
            var secure = new IrcDoor(IrcTransport.Tls, door.Address with { Port = upgrade.Port });
            return await ConnectAsync(secure, cancellationToken);
        }
    }

    /// <summary>The time for which a server wants nothing but TLS counts from the end of the last connection (IRCv3 sts).</summary>
    public void Left(SignedOn connection)
    {
        if (connection.Facts.StsSeconds is { } seconds)
        {
            options.Sts.Learn(connection.Door.Address, seconds, _clock.GetUtcNow());
        }
    }

    private async Task<SignedOn> ConnectAsync(IrcDoor door, CancellationToken cancellationToken)
    {
        var connection = new IrcConnection(await IrcDial.OpenAsync(door, options, cancellationToken));
        using var timeout = new CancellationTokenSource(options.Reconnect.ConnectTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var signedOn = await GreetAsync(connection, door, either.Token);
            Left(signedOn);
            return signedOn;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw exception switch
            {
                OperationCanceledException => new ConnectFailedException(
                    door.Address, $"it did not greet the client within {options.Reconnect.ConnectTimeout.TotalSeconds:0} s. Is it an IRC server?"),
                _ when IrcConnection.IsFault(exception) => new ConnectFailedException(door.Address, exception.Message, exception),
                _ => exception,
            };
        }
    }

    private async Task<SignedOn> GreetAsync(IrcConnection connection, IrcDoor door, CancellationToken cancellationToken)
    {
        var greeting = new IrcGreeting(options, door, Nickname);
        var (toSend, lines) = (new List<IrcMessage>(), new List<IrcMessage>());
        greeting.Begin(toSend);
        for (var isIn = false; !isIn;)
        {
            if (toSend.Count > 0)
            {
                await connection.WriteAsync(toSend, cancellationToken);
                toSend.Clear();
            }

            lines.Clear();
            if (!await connection.ReadAsync(lines, cancellationToken))
            {
                throw new WireFaultException("it closed the connection without a greeting. Is it an IRC server?");
            }

            while (!isIn && lines.Count > 0)
            {
                isIn = greeting.Take(lines[0], toSend);
                lines.RemoveAt(0);
            }
        }

        await connection.WriteAsync(toSend, cancellationToken);
        return new SignedOn(connection, door, greeting.Facts, lines);
    }
}
