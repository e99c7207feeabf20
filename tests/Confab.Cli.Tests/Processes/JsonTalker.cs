using System.Net;
using System.Text;
using Confab.Protocols.Json;
using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Processes;

/// <summary>A program that speaks json to a server by hand, so that what it checks does not depend on our own client.</summary>
internal sealed class JsonTalker(SocketClient client) : IAsyncDisposable
{
    private readonly StringBuilder _rest = new();

    public static async Task<JsonTalker> ConnectAsync(IPEndPoint door, string nickname, string token)
    {
        var talker = new JsonTalker(await SocketClient.ConnectAsync(door));
        await talker.SendAsync($$"""{"type":"hello","nick":"{{nickname}}","client":"{{token}}"}""");
        await talker.UntilAsync(JsonTypes.Welcome);
        await talker.SendAsync("""{"type":"join","room":"#lobby"}""");
        await talker.UntilAsync(JsonTypes.Joined);
        return talker;
    }

    public Task SendAsync(string line) => client.SendAsync(line + "\n");

    /// <summary>Reads on to the next object of that type.</summary>
    public async Task<JsonEvent> UntilAsync(string type)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next.Type == JsonTypes.Error)
            {
                throw new InvalidOperationException($"The server refused: {next.Code}: {next.Text}");
            }

            if (next.Type == type)
            {
                return next;
            }
        }
    }

    /// <summary>The whole history of the lobby.</summary>
    public async Task<List<JsonEvent>> HistoryAsync()
    {
        var all = new List<JsonEvent>();
        while (true)
        {
            await SendAsync($$"""{"type":"history","room":"#lobby","after":{{(all.Count == 0 ? 0 : all[^1].Number)}},"limit":200}""");
            var page = await UntilAsync(JsonTypes.History);
            all.AddRange(page.Messages!);
            if (page.More is not true)
            {
                return all;
            }
        }
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async Task<JsonEvent> NextAsync()
    {
        while (true)
        {
            var text = _rest.ToString();
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            if (end >= 0)
            {
                _rest.Remove(0, end + 1);

                // The door greets people first.
                if (text.StartsWith('{') && JsonEvent.Parse(text[..end], out var parsed, out _))
                {
                    return parsed;
                }

                continue;
            }

            _rest.Append(await client.ReadAsync(64 * 1024) ?? throw new IOException("The server closed the connection."));
        }
    }
}
