using System.Net.Sockets;
using Confab.Client.Connections;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>The first words of a connection: hello with the nickname wanted, or with a number behind it where it is taken.</summary>
internal sealed class SignOn(ChatClientOptions options, string token)
{
    /// <summary>The nickname to ask for first; null: a guest's.</summary>
    public string? Nickname { get; set; } = options.Nickname;

    /// <summary>Connects and waits for the welcome.</summary>
    /// <returns>The connection, and what came with the welcome.</returns>
    /// <exception cref="ConnectFailedException">There was no welcome.</exception>
    /// <exception cref="RefusedException">The server does not want this client, or not this nickname.</exception>
    public async Task<(JsonConnection Connection, List<JsonEvent> Events)> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await JsonConnection.OpenAsync(options.Address, options.Reconnect, cancellationToken);
        using var timeout = new CancellationTokenSource(options.Reconnect.ConnectTimeout, options.Reconnect.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return (connection, await GreetAsync(connection, either.Token));
        }
        catch (Exception exception)
        {
            connection.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw exception switch
            {
                RefusedException or ConnectFailedException => exception,
                OperationCanceledException => Failed(
                    $"it said nothing that a Confab text door says within {options.Reconnect.ConnectTimeout.TotalSeconds:0} s."),
                SocketException or WireFaultException => Failed(exception.Message),
                _ => exception,
            };
        }
    }

    // Returns the events up to the welcome, which is the last but for what came with it.
    private async Task<List<JsonEvent>> GreetAsync(JsonConnection connection, CancellationToken cancellationToken)
    {
        var events = new List<JsonEvent>();
        var names = Nickname is null ? null : new NumberedNickname(Nickname, options.Reconnect.Random);
        while (true)
        {
            var hello = new JsonCommand { Type = JsonTypes.Hello, Nick = names?.Current, Client = token };
            await connection.WriteAsync([hello], cancellationToken);
            var answer = await AnswerAsync(connection, events, cancellationToken);
            if (answer.Type == JsonTypes.Welcome)
            {
                return events;
            }

            if (answer.Type == JsonTypes.Bye || answer.Code != JsonErrors.NicknameInUse || names?.Next() is null)
            {
                throw new RefusedException(answer.Code ?? "", answer.Text ?? answer.Reason ?? "The server refused without a reason.");
            }

            events.Clear();
        }
    }

    private async Task<JsonEvent> AnswerAsync(JsonConnection connection, List<JsonEvent> events, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (events.Find(said => said.Type is JsonTypes.Welcome or JsonTypes.Error or JsonTypes.Bye) is { } answer)
            {
                return answer;
            }

            events.Clear();
            if (!await connection.ReadAsync(events, cancellationToken))
            {
                throw Failed("it closed the connection without a welcome. Is it a Confab text door?");
            }
        }
    }

    private ConnectFailedException Failed(string problem) => new(options.Address, problem);
}
