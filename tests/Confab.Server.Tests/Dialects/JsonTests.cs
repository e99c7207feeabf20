using System.Text.Json;
using Confab.Server.Tests.Engine;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

/// <summary>A program at the json door: every command of docs/protocols/json.md, and what it is answered.</summary>
public sealed class JsonTests : IDisposable
{
    private const string Token = "00112233445566778899aabbccddeeff";
    private const string Time = "2026-01-01T12:00:00.000Z";

    private readonly HeldLog _log = new();
    private readonly MemoryServer _server;

    public JsonTests() => _server = new MemoryServer(log: _log);

    public void Dispose()
    {
        _server.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void Hello_is_answered_with_welcome_and_no_room()
    {
        var a = _server.Connect("json");
        Assert.Empty(a.Messages());

        a.Send("{\"type\":\"hello\",\"nick\":\"alice\",\"client\":\"" + Token + "\",\"label\":\"h\"}\n");

        var welcome = One(a);
        Assert.Equal("welcome", Text(welcome, "type"));
        Assert.Equal("h", Text(welcome, "label"));
        Assert.Equal("alice", Text(welcome, "nick"));
        Assert.Equal("Confab", Text(welcome, "server"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Text(welcome, "version"));
        a.Send("{\"type\":\"rooms\"}\n");
        Assert.Equal(["{\"type\":\"rooms\",\"rooms\":[{\"room\":\"#lobby\",\"members\":0}]}\n"], a.Messages());
    }

    [Fact]
    public void Without_a_nickname_there_is_a_guests_name_and_a_taken_one_is_an_error_that_can_be_mended()
    {
        var a = _server.Connect("json");
        a.Send("{\"type\":\"hello\"}\n");
        Assert.Equal("guest", Text(One(a), "nick"));
        var b = _server.Connect("json");

        b.Send("{\"type\":\"hello\",\"nick\":\"guest\"}\n{\"type\":\"hello\",\"nick\":\"a b\"}\n{\"type\":\"hello\",\"nick\":\"bob\"}\n");

        Assert.Equal(["nickname-in-use", "nickname-invalid", "bob"], All(b).Select(one => Text(one, "code") ?? Text(one, "nick")));
    }

    [Fact]
    public void Before_the_welcome_only_hello_ping_and_quit_are_possible()
    {
        var a = _server.Connect("json");

        a.Send("{\"type\":\"rooms\",\"label\":\"1\"}\n{\"type\":\"ping\",\"label\":\"2\"}\n{\"type\":\"quit\",\"label\":\"3\"}\n");

        var read = All(a);
        Assert.Equal(["not-signed-on", "pong", "bye"], read.Select(one => Text(one, "code") ?? Text(one, "type")));
        Assert.Equal(["1", "2", "3"], read.Select(one => Text(one, "label")));
        Assert.True(a.Wire.IsEnded);
    }

    [Fact]
    public void The_text_door_speaks_json_to_whoever_begins_with_a_brace()
    {
        var a = _server.Connect("text");
        Assert.StartsWith("* ", a.Text(), StringComparison.Ordinal);

        a.Send("{");
        a.Send("\"type\":\"hello\",\"nick\":\"alice\"}\n");

        Assert.Equal("welcome", Text(One(a), "type"));
        var bob = Enter("bob");
        Ask(a, "{\"type\":\"join\",\"room\":\"#lobby\"}");
        Assert.Equal(["{\"type\":\"join\",\"room\":\"#lobby\",\"nick\":\"alice\"}\n"], bob.Messages());
    }

    [Theory]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"hi\"}", "{\"type\":\"sent\",\"room\":\"#lobby\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"hi\",\"label\":\"x\",\"key\":7}", "{\"type\":\"sent\",\"label\":\"x\",\"room\":\"#lobby\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\",\"key\":7}")]
    [InlineData("{\"type\":\"tell\",\"to\":\"bob\",\"text\":\"hi\"}", "{\"type\":\"ok\"}")]
    [InlineData("{\"type\":\"nick\",\"nick\":\"alicia\",\"label\":\"n\"}", "{\"type\":\"ok\",\"label\":\"n\"}")]
    [InlineData("{\"type\":\"topic\",\"room\":\"#lobby\",\"text\":\"two sugars\"}", "{\"type\":\"sent\",\"room\":\"#lobby\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"who\",\"room\":\"#lobby\"}", "{\"type\":\"members\",\"room\":\"#lobby\",\"members\":[{\"nick\":\"alice\",\"rank\":\"member\",\"door\":\"json\"},{\"nick\":\"bob\",\"rank\":\"member\",\"door\":\"json\"}]}")]
    [InlineData("{\"type\":\"rooms\"}", "{\"type\":\"rooms\",\"rooms\":[{\"room\":\"#lobby\",\"members\":2}]}")]
    [InlineData("{\"type\":\"join\",\"room\":\"#tea\"}", "{\"type\":\"joined\",\"room\":\"#tea\",\"last\":0}")]
    [InlineData("{\"type\":\"part\",\"room\":\"#lobby\",\"reason\":\"lunch\"}", "{\"type\":\"ok\"}")]
    [InlineData("{\"type\":\"history\",\"room\":\"#lobby\"}", "{\"type\":\"history\",\"room\":\"#lobby\",\"messages\":[],\"more\":false}")]
    [InlineData("{\"type\":\"search\",\"words\":\"kettle\"}", "{\"type\":\"history\",\"messages\":[],\"more\":false}")]
    [InlineData("{\"type\":\"ping\",\"label\":\"p7\"}", "{\"type\":\"pong\",\"label\":\"p7\"}")]
    [InlineData("{\"type\":\"quit\",\"reason\":\"good night\"}", "{\"type\":\"bye\",\"reason\":\"good night\"}")]
    [InlineData("{\"type\":\"quit\"}", "{\"type\":\"bye\"}")]
    public void Every_command_gets_its_reply_and_no_event_of_its_own(string command, string reply)
    {
        var alice = Enter("alice");
        Enter("bob");
        alice.Messages();

        Ask(alice, command);

        Assert.Equal([reply.Replace("TIME", Time) + "\n"], alice.Messages().Select(WithoutId));
    }

    [Theory]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"hi\"}", "{\"type\":\"message\",\"room\":\"#lobby\",\"from\":\"alice\",\"text\":\"hi\",\"kind\":\"message\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"waves\",\"kind\":\"action\"}", "{\"type\":\"message\",\"room\":\"#lobby\",\"from\":\"alice\",\"text\":\"waves\",\"kind\":\"action\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"topic\",\"room\":\"#lobby\",\"text\":\"sugar\"}", "{\"type\":\"topic\",\"room\":\"#lobby\",\"by\":\"alice\",\"text\":\"sugar\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"topic\",\"room\":\"#lobby\",\"text\":\"\"}", "{\"type\":\"topic\",\"room\":\"#lobby\",\"by\":\"alice\",\"text\":\"\",\"number\":1,\"id\":\"ID\",\"time\":\"TIME\"}")]
    [InlineData("{\"type\":\"nick\",\"nick\":\"alicia\"}", "{\"type\":\"rename\",\"from\":\"alice\",\"to\":\"alicia\"}")]
    [InlineData("{\"type\":\"part\",\"room\":\"#lobby\",\"reason\":\"lunch\"}", "{\"type\":\"part\",\"room\":\"#lobby\",\"nick\":\"alice\",\"reason\":\"lunch\"}")]
    [InlineData("{\"type\":\"quit\"}", "{\"type\":\"part\",\"room\":\"#lobby\",\"nick\":\"alice\"}")]
    [InlineData("{\"type\":\"tell\",\"to\":\"bob\",\"text\":\"psst\"}", "{\"type\":\"private\",\"from\":\"alice\",\"to\":\"bob\",\"text\":\"psst\",\"time\":\"TIME\",\"kind\":\"message\"}")]
    public void Every_deed_is_an_event_for_the_others(string command, string happened)
    {
        var alice = Enter("alice");
        var bob = Enter("bob");

        Ask(alice, command);

        var expected = JsonDocument.Parse(happened.Replace("TIME", Time)).RootElement;
        var actual = JsonDocument.Parse(WithoutId(Assert.Single(bob.Messages()))).RootElement;
        Assert.True(JsonElement.DeepEquals(expected, actual), $"{actual}");
    }

    [Theory]
    [InlineData("nonsense", "malformed")]
    [InlineData("[]", "malformed")]
    [InlineData("{}", "missing-field")]
    [InlineData("{\"type\":\"dance\"}", "unknown-type")]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\"}", "missing-field")]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"x\",\"key\":\"one\"}", "malformed")]
    [InlineData("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"\"}", "text-empty")]
    [InlineData("{\"type\":\"say\",\"room\":\"#tea\",\"text\":\"x\"}", "not-member")]
    [InlineData("{\"type\":\"join\",\"room\":\"tea\"}", "room-invalid")]
    [InlineData("{\"type\":\"part\",\"room\":\"#tea\"}", "not-member")]
    [InlineData("{\"type\":\"who\",\"room\":\"#tea\"}", "not-member")]
    [InlineData("{\"type\":\"history\",\"room\":\"#tea\"}", "not-member")]
    [InlineData("{\"type\":\"tell\",\"to\":\"nobody\",\"text\":\"x\"}", "recipient-unknown")]
    [InlineData("{\"type\":\"nick\",\"nick\":\"a b\"}", "nickname-invalid")]
    [InlineData("{\"type\":\"kick\",\"room\":\"#lobby\",\"nick\":\"alice\"}", "denied")]
    [InlineData("{\"type\":\"find\",\"id\":\"nope\"}", "malformed")]
    [InlineData("{\"type\":\"find\",\"id\":\"00000000000000000000000000000001\"}", "not-found")]
    [InlineData("{\"type\":\"search\",\"words\":\"  \"}", "text-empty")]
    [InlineData("{\"type\":\"search\",\"words\":\"x\",\"before\":3}", "missing-field")]
    [InlineData("{\"type\":\"hello\",\"nick\":\"again\"}", "denied")]
    public void What_cannot_be_done_is_an_error_and_the_session_goes_on(string line, string code)
    {
        var alice = Enter("alice");

        Ask(alice, line);
        Ask(alice, "{\"type\":\"ping\"}");

        Assert.Equal([code, "pong"], All(alice).Select(one => Text(one, "code") ?? Text(one, "type")));
    }

    [Fact]
    public void A_line_that_is_too_long_is_skipped_and_answered()
    {
        var alice = Enter("alice");

        alice.Send(new string('x', 200_000));
        alice.Send("\n{\"type\":\"ping\"}\n");

        Assert.Equal(["line-too-long", "pong"], All(alice).Select(one => Text(one, "code") ?? Text(one, "type")));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        var alice = Enter("alice");

        Ask(alice, "{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"" + new string('x', 70_000) + "\"}");

        Assert.Equal("text-too-long", Text(One(alice), "code"));
    }

    [Fact]
    public void The_same_key_names_the_same_message_also_after_reconnecting()
    {
        var bob = Enter("bob");
        var alice = Enter("alice", Token);
        bob.Messages();
        const string Say = "{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"hello all\",\"key\":1}";
        Ask(alice, Say);
        var first = One(alice);
        alice.Vanish();
        alice = Enter("alice", Token);

        Ask(alice, Say);
        Ask(alice, Say.Replace("\"key\":1", "\"key\":2"));

        var again = All(alice);
        Assert.Equal(Text(first, "id"), Text(again[0], "id"));
        Assert.Equal(1, again[0].GetProperty("number").GetInt64());
        Assert.True(again[0].GetProperty("duplicate").GetBoolean());
        Assert.Equal(2, again[1].GetProperty("number").GetInt64());
        Assert.False(again[1].TryGetProperty("duplicate", out _));
        Assert.Equal(2, All(bob).Count(one => Text(one, "type") == "message"));
    }

    [Fact]
    public void Whoever_joins_with_the_last_number_they_have_is_sent_what_came_after_it()
    {
        var bob = Enter("bob");
        for (var i = 1; i <= 5; i++)
        {
            Ask(bob, $"{{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"t{i}\"}}");
        }

        Ask(bob, "{\"type\":\"topic\",\"room\":\"#lobby\",\"text\":\"sugar\"}");
        var alice = _server.Connect("json");
        Ask(alice, "{\"type\":\"hello\",\"nick\":\"alice\"}");
        alice.Messages();

        // In one tick with something newer, which must come behind.
        alice.Feed("{\"type\":\"join\",\"room\":\"#lobby\",\"since\":3}\n"u8.ToArray());
        Ask(bob, "{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"t7\"}");

        var read = All(alice);
        Assert.Equal("joined", Text(read[0], "type"));
        Assert.Equal(6, read[0].GetProperty("last").GetInt64());
        Assert.Equal("sugar", Text(read[0], "topic"));
        Assert.Equal([4L, 5L, 6L, 7L], read.Skip(1).Select(one => one.GetProperty("number").GetInt64()));
        Assert.Equal(["message", "message", "topic", "message"], read.Skip(1).Select(one => Text(one, "kind")));
    }

    [Fact]
    public void Whoever_missed_more_than_is_replayed_gets_the_newest_and_fetches_the_rest()
    {
        var bob = Enter("bob");
        for (var i = 1; i <= 200; i++)
        {
            Ask(bob, $"{{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"t{i}\"}}");
        }

        var alice = _server.Connect("json");
        Ask(alice, "{\"type\":\"hello\",\"nick\":\"alice\"}");
        Ask(alice, "{\"type\":\"join\",\"room\":\"#lobby\",\"since\":10}");
        var first = All(alice)[2].GetProperty("number").GetInt64();
        Assert.True(first > 11);

        Ask(alice, $"{{\"type\":\"history\",\"room\":\"#lobby\",\"after\":10,\"before\":{first},\"limit\":500}}");

        var numbers = One(alice).GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("number").GetInt64());
        Assert.Equal(Enumerable.Range(11, (int)first - 11).Select(i => (long)i), numbers);
    }

    [Fact]
    public void History_pages_from_both_ends_and_find_and_search_find()
    {
        var bob = Enter("bob");
        for (var i = 1; i <= 9; i++)
        {
            Ask(bob, $"{{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"kettle {i}\"}}");
        }

        var id = Text(All(bob)[4], "id");
        string[] questions =
        [
            "{\"type\":\"history\",\"room\":\"#lobby\",\"limit\":2}",
            "{\"type\":\"history\",\"room\":\"#lobby\",\"limit\":2,\"before\":8}",
            "{\"type\":\"history\",\"room\":\"#lobby\",\"limit\":2,\"after\":0}",
            "{\"type\":\"history\",\"room\":\"#lobby\",\"limit\":9,\"after\":0}",
            $"{{\"type\":\"find\",\"id\":\"{id}\"}}",
            "{\"type\":\"search\",\"words\":\"ettl\",\"room\":\"#lobby\",\"limit\":2,\"before\":5}",
        ];
        var found = new List<string>();
        foreach (var question in questions)
        {
            Ask(bob, question);
            var answer = One(bob);
            var numbers = answer.GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("number").GetInt64());
            found.Add($"{string.Join(',', numbers)} {answer.GetProperty("more").GetBoolean()}");
        }

        Assert.Equal(["8,9 True", "6,7 True", "1,2 True", "1,2,3,4,5,6,7,8,9 False", "5 False", "4,3 True"], found);
    }

    [Fact]
    public void A_room_that_one_may_not_read_is_not_found_in()
    {
        var bob = Enter("bob");
        Ask(bob, "{\"type\":\"join\",\"room\":\"#tea\"}");
        Ask(bob, "{\"type\":\"say\",\"room\":\"#tea\",\"text\":\"kettle\"}");
        var id = Text(All(bob)[^1], "id");
        var alice = Enter("alice");

        Ask(alice, $"{{\"type\":\"find\",\"id\":\"{id}\"}}");
        Ask(alice, "{\"type\":\"search\",\"words\":\"kettle\"}");

        var read = All(alice);
        Assert.Equal("not-found", Text(read[0], "code"));
        Assert.Empty(read[1].GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public void Whoever_opened_a_room_is_its_operator_and_may_kick()
    {
        var alice = Enter("alice");
        var bob = Enter("bob");
        Ask(alice, "{\"type\":\"join\",\"room\":\"#tea\"}");
        Ask(bob, "{\"type\":\"join\",\"room\":\"#tea\"}");
        alice.Messages();
        bob.Messages();

        Ask(alice, "{\"type\":\"who\",\"room\":\"#tea\"}");
        Ask(alice, "{\"type\":\"kick\",\"room\":\"#tea\",\"nick\":\"bob\",\"reason\":\"no milk\",\"label\":\"k\"}");

        Assert.Equal(
            ["{\"type\":\"members\",\"room\":\"#tea\",\"members\":[{\"nick\":\"alice\",\"rank\":\"operator\",\"door\":\"json\"},{\"nick\":\"bob\",\"rank\":\"member\",\"door\":\"json\"}]}\n", "{\"type\":\"ok\",\"label\":\"k\"}\n"],
            alice.Messages());
        Assert.Equal(["{\"type\":\"kick\",\"room\":\"#tea\",\"nick\":\"bob\",\"by\":\"alice\",\"reason\":\"no milk\"}"], bob.Text().Split('\n').SkipLast(1));
    }

    [Fact]
    public void A_log_that_refuses_is_an_error_of_its_own_and_the_same_key_may_be_sent_again()
    {
        var alice = Enter("alice", Token);
        _log.Refusal = "The disk is full.";
        Ask(alice, "{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"x\",\"key\":1,\"label\":\"1\"}");
        _log.Refusal = null;
        Ask(alice, "{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"x\",\"key\":1,\"label\":\"2\"}");

        var read = All(alice);
        Assert.Equal("log-unavailable", Text(read[0], "code"));
        Assert.Equal("The disk is full.", Text(read[0], "text"));
        Assert.Equal("sent", Text(read[1], "type"));
        Assert.False(read[1].TryGetProperty("duplicate", out _));
    }

    [Fact]
    public void A_pong_comes_behind_everything_that_happened_before_it()
    {
        var alice = Enter("alice");
        var bob = Enter("bob");
        alice.Messages();

        bob.Feed("{\"type\":\"say\",\"room\":\"#lobby\",\"text\":\"before\"}\n{\"type\":\"ping\",\"label\":\"b\"}\n"u8.ToArray());
        alice.Feed("{\"type\":\"ping\",\"label\":\"a\"}\n"u8.ToArray());
        _server.Run();

        Assert.Equal(["sent", "pong"], All(bob).Select(one => Text(one, "type")));
        Assert.Equal(["message", "pong"], All(alice).Select(one => Text(one, "type")));
    }

    [Fact]
    public void A_server_that_stops_says_bye()
    {
        var alice = Enter("alice");

        _server.Stop();

        Assert.Equal("{\"type\":\"bye\",\"reason\":\"The server is shutting down.\"}\n", alice.Text());
    }

    [Fact]
    public void Silence_for_thirty_seconds_is_told_and_closed()
    {
        var silent = _server.Connect("json");

        _server.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(["error", "bye"], All(silent).Select(one => Text(one, "type")));
        Assert.True(silent.Wire.IsEnded);
    }

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement One(MemoryClient client) => Assert.Single(All(client));

    private static JsonElement[] All(MemoryClient client) =>
        [.. client.Text().Split('\n').SkipLast(1).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    // Ids are random to the reader.
    private static string WithoutId(string line)
    {
        var start = line.IndexOf("\"id\":\"", StringComparison.Ordinal);
        return start < 0 ? line : $"{line[..(start + 6)]}ID{line[(start + 38)..]}";
    }

    private static void Ask(MemoryClient client, string line) => client.Send($"{line}\n");

    private MemoryClient Enter(string nickname, string? token = null)
    {
        var client = _server.Connect("json");
        Ask(client, token is null ? $"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}" : $"{{\"type\":\"hello\",\"nick\":\"{nickname}\",\"client\":\"{token}\"}}");
        Ask(client, "{\"type\":\"join\",\"room\":\"#lobby\"}");
        client.Messages();
        return client;
    }
}
