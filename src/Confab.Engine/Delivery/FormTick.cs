using Confab.Chat.Events;

namespace Confab.Engine.Delivery;

/// <summary>What one tick says in one wire form; an event that reaches several rooms is encoded once.</summary>
internal sealed class FormTick
{
    private long _stamp = -1;
    private Segment _segment;

    public TickBuffer Buffer { get; } = new();

    public Segment Encode(WireForm form, ChatEvent happened, long stamp)
    {
        if (_stamp != stamp)
        {
            var first = Buffer.Count;
            try
            {
                form.Encode(happened, Buffer);
            }
            catch
            {
                Buffer.TakeBack(first);
                throw;
            }

            Buffer.EndMessage();
            _segment = new Segment(Buffer, first, Buffer.Count);
            _stamp = stamp;
        }

        return _segment;
    }
}
