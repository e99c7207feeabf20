using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Dialects.Json;
using Confab.Engine.Delivery;

namespace Confab.Dialects.Text;

/// <summary>
/// A session of the text door before it is known whether a person or a program came: the first byte decides, once. Until then it is treated as a
/// person, who wants a greeting.
/// </summary>
internal sealed class TextDoorSession(TextSession text, JsonSession json) : DialectSession
{
    // The reading half's choice; null until the first byte.
    private DialectSession? _reads;

    // The showing half's choice.
    private DialectSession _shows = text;

    public override WireForm Form => _shows.Form;

    public override bool AwaitsSignOn => (_reads ?? text).AwaitsSignOn;

    public override bool HoldsPartial => _reads?.HoldsPartial ?? false;

    public override ReadOnlyMemory<byte> SlowReaderNotice => _shows.SlowReaderNotice;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        if (_reads is null)
        {
            _reads = text;
            if (read[0] == (byte)'{')
            {
                _reads = json;
                Engine.Submit(new JsonChosen());
            }
        }

        return _reads.Receive(read, endOfRead);
    }

    public override void InputEnding() => (_reads ?? text).InputEnding();

    public override void InputEnded(string? reason) => (_reads ?? text).InputEnded(reason);

    public override void GiveUp(Refused refusal) => (_reads ?? text).GiveUp(refusal);

    public override void Show(in Answer answer, SessionWriter writer)
    {
        if (answer.Request is JsonChosen)
        {
            _shows = json;
        }
        else
        {
            _shows.Show(answer, writer);
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer) => _shows.Show(happened, writer);

    protected override void Started()
    {
        text.Start(Engine);
        json.Start(Engine);
    }
}
