using System.Text;
using Confab.Protocols.Irc;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Irc;

/// <summary>One connection of an IRC client under test, seen from the server.</summary>
internal sealed class IrcPeer(ScriptedPeer peer) : IDisposable
{
    public const string Offer = "batch cap-notify draft/chathistory echo-message labeled-response message-tags sasl=PLAIN,SCRAM-SHA-256 server-time";

    /// <summary>The next line, which must be this command.</summary>
    public async Task<IrcMessage> ExpectAsync(string command)
    {
        var line = (await peer.ReadLineAsync()).TrimEnd('\r');
        return IrcMessage.TryParse(Encoding.UTF8.GetBytes(line), out var message) == IrcParseResult.Message && message!.Command == command
            ? message
            : throw new InvalidDataException($"Expected {command}, but the client sent {line}");
    }

    /// <summary>Lets the client in, under the nickname that it wants.</summary>
    public async Task WelcomeAsync(string offer = Offer, string tokens = "CASEMAPPING=ascii CHATHISTORY=3")
    {
        var nickname = await BeginAsync(offer);
        await ExpectAsync("CAP");
        await GreetAsync(nickname, tokens);
    }

    /// <summary>The first words, up to the client's request for capabilities, which is granted. Returns the nickname wanted.</summary>
    public async Task<string> BeginAsync(string offer = Offer)
    {
        await ExpectAsync("CAP");
        var nickname = (await ExpectAsync("NICK")).Parameters[0];
        await ExpectAsync("USER");
        await SendAsync($":test CAP * LS :{offer}");
        await SendAsync($":test CAP * ACK :{(await ExpectAsync("CAP")).Parameters[1]}");
        return nickname;
    }

    public Task GreetAsync(string nickname, string tokens = "CASEMAPPING=ascii CHATHISTORY=3") => SendAsync(
        $":test 001 {nickname} :Welcome\r\n:test 005 {nickname} {tokens} :are supported by this server\r\n:test 422 {nickname} :No message of the day");

    public Task SendAsync(string lines) => peer.SendAsync(lines + "\r\n");

    /// <summary>Echoes what the client said, as committed.</summary>
    public Task EchoAsync(IrcMessage said, int number, string nickname = "alice") => SendAsync(
        $"@label={said.Tag("label")};{Tags(number)} :{nickname}!a@h {said.Command} {said.Parameters[0]} :{said.Parameters[1]}");

    /// <summary>What somebody says in the room, live.</summary>
    public Task SayAsync(int number, string text = "") => SendAsync(Line(number, text));

    /// <summary>Lets the client into the room; history begins behind <paramref name="last"/>.</summary>
    public async Task LetInAsync(int last, string nickname = "alice")
    {
        await AnswerAsync(await ExpectAsync("JOIN"), $":{nickname}!a@h JOIN #tea", $":test 366 {nickname} #tea :End of list");
        await PageAsync(await ExpectAsync("CHATHISTORY"), last == 0 ? [] : [last]);
    }

    /// <summary>Answers with a batch of lines.</summary>
    public Task AnswerAsync(IrcMessage question, params string[] lines) => AnswerAsync(question, "labeled-response", lines);

    /// <summary>Answers with a page of history.</summary>
    public Task PageAsync(IrcMessage question, params int[] numbers) =>
        AnswerAsync(question, "chathistory #tea", [.. numbers.Select(number => Line(number))]);

    public Task RefuseAsync(IrcMessage question, string refusal) => SendAsync($"@label={question.Tag("label")} :test {refusal}");

    public Task AcknowledgeAsync(IrcMessage question) => SendAsync($"@label={question.Tag("label")} :test ACK");

    public void Break() => peer.Break();

    public void Dispose() => peer.Dispose();

    public static string Id(int number) => $"id{number}";

    private static string Line(int number, string text = "") => $"@{Tags(number)} :bob!b@h PRIVMSG #tea :{(text.Length > 0 ? text : $"text {number}")}";

    private static string Tags(int number) =>
        $"msgid={Id(number)};time={ServerTime.Format(DateTimeOffset.UnixEpoch.AddSeconds(number))}";

    private Task AnswerAsync(IrcMessage question, string batch, string[] lines)
    {
        var inBatch = lines.Select(line => line.StartsWith('@') ? $"@batch=1;{line[1..]}" : $"@batch=1 {line}");
        return SendAsync(string.Join("\r\n", [$"@label={question.Tag("label")} :test BATCH +1 {batch}", .. inBatch, ":test BATCH -1"]));
    }
}
