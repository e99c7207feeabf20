using System.Text;
using Confab.Server.Tests.Engine;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

/// <summary>What is said at one door, as every other door shows it.</summary>
public sealed class CrossDoorTests : IDisposable
{
    private static readonly string[] _doors = ["text", "json", "operator", "relay", "console", "nul", "alias"];

    private readonly HeldLog _log = new();
    private readonly MemoryServer _server;

    public CrossDoorTests() => _server = new MemoryServer(log: _log);

    public static TheoryData<string> Doors => [.. _doors];

    public void Dispose()
    {
        _server.Dispose();
        _log.Dispose();
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_message_is_shown_at_every_door_in_that_doors_own_form(string door)
    {
        var listeners = _doors.Select(Listen).ToArray();
        var (speaker, name) = Enter(door, "speaker");
        Flush(listeners);

        Say(speaker, door, "hello there ");

        for (var i = 0; i < _doors.Length; i++)
        {
            Assert.Equal([Shown(_doors[i], door, speaker, name, "hello there ")], Read(listeners[i], _doors[i]));
        }

        Assert.DoesNotContain(Read(speaker, door), message => message.Contains("hello there", StringComparison.Ordinal) && door is not ("alias" or "json"));
    }

    [Fact]
    public void Each_line_of_a_message_from_nul_is_a_message_of_its_own_elsewhere()
    {
        var listeners = _doors.Select(Listen).ToArray();
        var (speaker, name) = Enter("nul", "speaker");
        Flush(listeners);

        speaker.Send("first\n\nexit\0");
        _server.Settle();

        for (var i = 0; i < _doors.Length; i++)
        {
            string[] expected = _doors[i] switch
            {
                "nul" => [$"{Tuple(speaker)}: first\n\nexit\0"],
                "json" => ["first\\n\\nexit"],
                _ => [.. new[] { "first", "", "exit" }.Select(line => Shown(_doors[i], "nul", speaker, name, line))],
            };
            Assert.Equal(expected, Read(listeners[i], _doors[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void Control_characters_and_broken_bytes_do_not_pass(string door)
    {
        var listeners = _doors.Select(Listen).ToArray();
        var (speaker, name) = Enter(door, "speaker");
        Flush(listeners);

        if (door == "json")
        {
            Say(speaker, door, "a\\u001b[31m\\tb\\u0007\\u009b\uFFFDc");
        }
        else
        {
            byte[] text = [.. "a\u001b[31m\tb\u0007\u009b"u8, 0xE2, 0x82, .. "c"u8, .. door switch
            {
                "nul" => "\0"u8,
                "text" => "\n"u8,
                _ => ""u8,
            }];
            speaker.Send(text);
        }

        for (var i = 0; i < _doors.Length; i++)
        {
            var shown = _doors[i] == "json" ? "a[31m\\tb\uFFFDc" : "a[31m\tb\uFFFDc";
            Assert.Equal([Shown(_doors[i], door, speaker, name, shown)], Read(listeners[i], _doors[i]));
        }
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("nul")]
    [InlineData("alias")]
    public void What_leaves_nothing_to_show_says_nothing_to_anybody(string door)
    {
        var listeners = _doors.Select(Listen).ToArray();
        var (speaker, _) = Enter(door, "speaker");
        Flush([.. listeners, speaker]);

        Say(speaker, door, "\u0001");
        Say(speaker, door, door == "nul" ? "\n\n" : "\r");

        Assert.All([.. listeners, speaker], client => Assert.Empty(client.Messages()));
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("console")]
    [InlineData("operator")]
    [InlineData("alias")]
    public void A_character_that_is_cut_by_the_end_of_a_read_is_put_together_again(string door)
    {
        var listener = Listen("text");
        var (speaker, name) = Enter(door, "speaker");
        Flush([listener]);

        var bytes = "ab漢cd😀"u8.ToArray();
        speaker.Send(bytes[..3]);
        speaker.Send(bytes[3..4]);
        speaker.Send(bytes[4..9]);
        speaker.Send(bytes[9..]);

        Assert.Equal($"<{name}> ab\n<{name}> 漢cd\n<{name}> 😀\n", listener.Text());
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_message_that_the_log_refuses_is_answered_to_its_sender_alone_and_reading_goes_on(string door)
    {
        var listener = Listen("text");
        listener.Send("before\n");
        var (speaker, _) = Enter(door, "speaker");
        Flush([listener, speaker]);
        _log.Refusal = "The disk is full.";

        Say(speaker, door, "lost");

        Assert.Contains("The disk is full.", speaker.Text(), StringComparison.Ordinal);
        Assert.Empty(listener.Messages());
        listener.Send("/history\n");
        Assert.Contains("<text-l> before\n", listener.Text(), StringComparison.Ordinal);

        _log.Refusal = null;
        Say(speaker, door, "again");
        Assert.EndsWith("> again\n", listener.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_private_message_reaches_every_door_and_nobody_else(string door)
    {
        var (to, name) = Enter(door, "reader");
        var (other, _) = Enter(door, "other");
        var (from, _) = Enter("text", "writer");
        Flush([to, other]);
        if (door == "operator")
        {
            to.Send("hello\n");
        }

        from.Send($"/msg {name} psst\n");
        _server.Settle();

        var expected = door switch
        {
            "text" => "(private) <writer> psst\n",
            "json" => "{\"type\":\"private\",\"from\":\"writer\",\"to\":\"reader\"",
            "operator" => "writer: (private) psst\n",
            "relay" => "writer:(private) psst",
            "console" => "<writer> (private) psst",
            "nul" => "writer: (private) psst\0",
            _ => "writer: psst",
        };
        Assert.StartsWith(expected, to.Text()[..expected.Length], StringComparison.Ordinal);
        Assert.DoesNotContain("psst", other.Text(), StringComparison.Ordinal);
        Assert.EndsWith($"(private to {name}) <writer> psst\n", from.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_of_the_operator_reaches_every_door()
    {
        var listeners = _doors.Select(Listen).ToArray();
        Flush(listeners);
        var desk = Seat.Operator(_server.Engine);

        desk.Ask(new Confab.Chat.Requests.Announce("notice"));
        _server.Settle();

        string[] expected = ["<Server> notice\n", "notice", "notice\n", "Server:notice", "<Server> notice", "Server: notice\0", "Server: notice"];
        Assert.Equal(expected, listeners.Select((listener, i) => Assert.Single(Read(listener, _doors[i]))));
    }

    [Fact]
    public void Whoever_is_kicked_from_a_door_of_one_room_is_told_and_closed_in_that_doors_own_way()
    {
        var desk = Seat.Operator(_server.Engine);
        foreach (var door in new[] { "relay", "console", "alias", "nul", "operator" })
        {
            var (client, name) = Enter(door, "victim");
            Flush([client]);
            desk.Ask(new Confab.Chat.Requests.KickMember(TestServerOptions.Lobby, name, "enough"));
            _server.Run();
            _server.Settle();

            var read = client.Messages();
            Assert.Contains("You were removed from #lobby by Server: enough", read[0], StringComparison.Ordinal);
            Assert.Equal(
                door switch
                {
                    "relay" => ["exit"],
                    "console" or "alias" => ["Server is shutting down. Goodbye!"],
                    _ => [],
                },
                read.Skip(1));
            Assert.Equal(door is "relay" or "console" or "alias", client.Wire.WasReset);
            Assert.True(client.Wire.IsEnded);
        }
    }

    private static string Tuple(MemoryClient client) => $"('127.0.0.1', {client.Port})";

    private static string Shown(string door, string speakersDoor, MemoryClient speaker, string name, string text) => door switch
    {
        "text" => $"<{name}> {text}\n",
        "json" => text,
        "operator" => $"{name}: {text}\n",
        "relay" => $"{name}:{text}",
        "console" => $"<{(speakersDoor == "console" ? Tuple(speaker) : name)}> {text}",
        "nul" => $"{(speakersDoor == "nul" ? Tuple(speaker) : name)}: {text}\0",
        _ => $"{name}: {text.Replace('\uFFFD', '?')}",
    };

    // json is compared by its text alone: its own tests see to the rest.
    private static string[] Read(MemoryClient client, string door)
    {
        var messages = client.Messages();
        return door != "json"
            ? door is "text" or "operator" ? [.. string.Concat(messages).Split('\n').SkipLast(1).Select(line => line + "\n")] : [.. messages]
            : [.. messages.Select(message => message.Split("\"text\":\"")).Where(parts => parts.Length > 1).Select(parts => parts[1].Split('"')[0])];
    }

    private MemoryClient Listen(string door)
    {
        var (client, _) = Enter(door, $"{door}-l");
        if (door == "operator")
        {
            // A line session: it hears everything at once.
            client.Send("here\n");
        }

        return client;
    }

    private (MemoryClient Client, string Name) Enter(string door, string nickname)
    {
        var client = _server.Connect(door);
        switch (door)
        {
            case "text":
                client.Send($"{nickname}\n");
                return (client, nickname);
            case "json":
                client.Send($"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}\n{{\"type\":\"join\",\"room\":\"#lobby\"}}\n");
                return (client, nickname);
            case "alias":
                client.Send(nickname);
                return (client, nickname);
            default:
                return (client, $"{client.Port}");
        }
    }

    private void Flush(IEnumerable<MemoryClient> clients)
    {
        _server.Settle();
        foreach (var client in clients)
        {
            client.Messages();
        }
    }

    private void Say(MemoryClient speaker, string door, string text)
    {
        speaker.Send(door switch
        {
            "text" => $"{text}\n",
            "json" => $"{{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"{text}\"}}\n",
            "nul" => $"{text}\0",
            _ => text,
        });
        _server.Settle();
    }
}
