using System.Text;
using Confab.Engine.Delivery;

namespace Confab.Dialects.OperatorConsole;

/// <summary>A way out that ends not at a socket but at a screen: each message is a line.</summary>
internal sealed class LineOutput(Action<string> show) : ISessionOutput
{
    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
        foreach (var segment in segments)
        {
            for (var message = segment.First; message < segment.End; message++)
            {
                show(Encoding.UTF8.GetString(segment.Buffer.Bytes(message, message + 1)));
            }
        }
    }

    public void Close(CloseStyle style)
    {
        // There is no connection; whoever owns the screen closes it.
    }
}
