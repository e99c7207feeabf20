using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Confab.Scenarios.Tests.Cast;

/// <summary>All that has come on one connection and was not taken yet. Reads on by itself; every wait is bounded and says what it waited for.</summary>
internal sealed class Inbox
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Lock _sync = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    public Inbox(Socket socket) => _ = ReadAsync(socket);

    public string Text
    {
        get
        {
            lock (_sync)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Waits for something to come, and takes it out; what came before it stays.</summary>
    public Task<string> TakeAsync(string pattern) => AwaitAsync(pattern, take: true);

    /// <summary>Waits for something to come, and leaves it where it is.</summary>
    public Task AwaitAsync(string pattern) => AwaitAsync(pattern, take: false);
    /// <summary>Takes something out that must have come already.</summary>
    public bool TryTake(string pattern)
    {
        lock (_sync)
        {
            return TryFind(Compile(pattern), take: true, out _);
        }
    }

    /// <summary>Waits for the end of the connection, ordinary or not.</summary>
    public async Task EndAsync()
    {
        while (true)
        {
            Task news;
            lock (_sync)
            {
                if (_ended)
                {
                    return;
                }

                news = _news.Task;
            }

            await WaitAsync(news, "the end of the connection");
        }
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, _patience);

    private async Task<string> AwaitAsync(string pattern, bool take)
    {
        var regex = Compile(pattern);
        while (true)
        {
            Task news;
            lock (_sync)
            {
                if (TryFind(regex, take, out var found))
                {
                    return found;
                }

                if (_ended)
                {
                    throw new InvalidOperationException($"The connection ended before {pattern} came; there is: {_text}");
                }

                news = _news.Task;
            }

            await WaitAsync(news, pattern);
        }
    }

    private bool TryFind(Regex regex, bool take, out string text)
    {
        var found = regex.Match(_text.ToString());
        text = found.Value;
        if (found.Success && take)
        {
            _text.Remove(found.Index, found.Length);
        }

        return found.Success;
    }

    private async Task WaitAsync(Task news, string what)
    {
        try
        {
            await news.WaitAsync(_patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{what} did not come within {_patience.TotalSeconds} seconds; there is: {Text}", late);
        }
    }

    private async Task ReadAsync(Socket socket)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[16 * 1024];
        var characters = new char[bytes.Length + 1];
        try
        {
            while (await socket.ReceiveAsync(bytes) is > 0 and var count)
            {
                Arrived(characters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false)), ended: false);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // A reset is an end like any other here.
        }

        Arrived([], ended: true);
    }

    private void Arrived(ReadOnlySpan<char> text, bool ended)
    {
        TaskCompletionSource news;
        lock (_sync)
        {
            _text.Append(text);
            _ended = ended;
            news = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        news.TrySetResult();
    }
}
