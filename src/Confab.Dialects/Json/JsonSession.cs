using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Delivery;
using Confab.Engine.Lookups;
using Confab.Engine.Ticks;
using Confab.Protocols;
using Confab.Protocols.Detection;
using Confab.Protocols.Json;
using Confab.Protocols.Lines;

namespace Confab.Dialects.Json;

/// <summary>One program that speaks json.</summary>
internal sealed class JsonSession(DialectOptions options) : DialectSession
{
    private static readonly string _version = typeof(JsonSession).Assembly.GetName().Version?.ToString(3) ?? string.Empty;

    // The line that was being sent may have been torn.
    private static readonly byte[] _tooSlow =
        "\n{\"type\":\"bye\",\"reason\":\"You read too slowly; what waited for you was dropped. Connect again and resume.\"}\n"u8.ToArray();

    // Reading half.
    private readonly LineDecoder _decoder = new(options.MessageBytes * 2);
    private FirstBytes _firstBytes;
    private Guid? _client;

    private volatile bool _signedOn;

    public override WireForm Form => JsonForm.Instance;

    public override bool AwaitsSignOn => !_signedOn;

    public override bool HoldsPartial => _decoder.HoldsPartial;

    public override ReadOnlyMemory<byte> SlowReaderNotice => _tooSlow;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (_firstBytes.Inspect(read) is Detected.Http or Detected.Tls)
        {
            return Received.Abort;
        }

        while (true)
        {
            switch (_decoder.Read(ref read, out var line))
            {
                case ReadStatus.Complete:
                    Said(line);
                    break;
                case ReadStatus.TooLong:
                    Complain(new JsonProblem(JsonErrors.LineTooLong, $"That line is longer than {options.MessageBytes * 2} bytes and was skipped."), label: null);
                    break;
                default:
                    return Received.Continue;
            }
        }
    }

    public override void Show(in Answer answer, SessionWriter writer)
    {
        var tag = answer.Tag as JsonTag;
        switch (answer.Reply)
        {
            case Opened:
                return;
            case SignedOnAs on:
                _signedOn = true;
                Write(new JsonEvent { Type = JsonTypes.Welcome, Label = tag?.Label, Nick = on.Who.Nickname.Text, Server = options.Server, Version = _version }, writer);
                break;
            case RoomEntered entered:
                Write(new JsonEvent { Type = JsonTypes.Joined, Label = tag?.Label, Room = entered.Room.Text, Topic = entered.Topic?.Text, Last = entered.LastNumber }, writer);
                Resume(answer, tag?.Since, writer);
                break;
            case Goodbye goodbye:
                Write(new JsonEvent { Type = JsonTypes.Bye, Label = tag?.Label, Reason = goodbye.Reason }, writer);
                writer.Close(CloseStyle.Normal);
                break;
            case Done when answer.Request is JsonProblemFound found:
                Write(new JsonEvent { Type = JsonTypes.Error, Label = tag?.Label, Code = found.Problem.Code, Text = found.Problem.Text }, writer);
                break;
            default:
                Write(JsonReplies.Of(answer) with { Label = tag?.Label, Key = tag?.Key }, writer);
                if (answer.Reply is Refused { Code: RefusalCode.BannedFromServer } refused)
                {
                    Write(new JsonEvent { Type = JsonTypes.Bye, Reason = refused.Text }, writer);
                    writer.Close(CloseStyle.Normal);
                }

                break;
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        switch (happened)
        {
            case PrivateMessagePosted message:
                Write(
                    new JsonEvent
                    {
                        Type = JsonTypes.Private,
                        From = message.From.Nickname.Text,
                        To = message.To.Nickname.Text,
                        Text = message.Message.Value,
                        Time = JsonTime.Format(message.Time),
                        Kind = JsonEntries.KindOf(message.Kind),
                    },
                    writer);
                break;
            case ServerAnnounced announced:
                Write(new JsonEvent { Type = JsonTypes.Notice, Text = announced.Message.Value }, writer);
                break;
            case MemberKicked kicked:
                Write(JsonForm.Kick(kicked), writer);
                break;
            case Invited invited:
                Write(new JsonEvent { Type = JsonTypes.Notice, Text = $"{InvitationText.Of(invited)}." }, writer);
                break;
            case SessionEnded ended:
                Write(new JsonEvent { Type = JsonTypes.Bye, Reason = ended.Text }, writer);
                writer.Close(CloseStyle.Normal);
                break;
            case ServerStopping:
                Write(new JsonEvent { Type = JsonTypes.Bye, Reason = "The server is shutting down." }, writer);
                writer.Close(CloseStyle.Normal);
                break;
        }
    }

    protected override void Started()
    {
    }

    private static void Write(JsonEvent value, SessionWriter writer) => JsonForm.Write(value, writer.Buffer);

    // What was missed comes right behind the answer, before anything newer: from the newest entries that are at hand.
    private static void Resume(in Answer answer, long? since, SessionWriter writer)
    {
        if (since is null)
        {
            return;
        }

        foreach (var entry in answer.Recent(int.MaxValue))
        {
            if (entry.Number > since)
            {
                Write(JsonEntries.Of(entry), writer);
            }
        }
    }

    private void Said(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (!JsonCommand.Parse(line, out var command, out var error))
        {
            Complain(new JsonProblem(JsonErrors.Malformed, error), label: null);
            return;
        }

        if (command.Check() is { } problem)
        {
            Complain(problem, command.Label?.Length > JsonCommand.MaxLabelLength ? null : command.Label);
            return;
        }

        if (command.Type == JsonTypes.Hello && Guid.TryParseExact(command.Client, "N", out var client))
        {
            _client = client;
        }

        var tag = new JsonTag(command.Label, command.Type == JsonTypes.Say ? command.Key : null, command.Since);
        Engine.Submit(JsonRequests.Of(command, _client), tag);
    }

    private void Complain(JsonProblem problem, string? label) => Engine.Submit(new JsonProblemFound(problem), new JsonTag(label));
}
