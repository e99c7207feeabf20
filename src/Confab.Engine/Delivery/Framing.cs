namespace Confab.Engine.Delivery;

/// <summary>
/// How messages are told apart on a pipe that carries them one by one, such as a WebSocket. It is put around what a wire form has encoded, so it is a
/// part of what tells shared bytes apart: those who hear a room in one form and one framing are sent the same. It has no state and
/// knows no viewer. Framings are compared by reference: make each one once.
/// </summary>
public abstract class Framing
{
    /// <summary>Writes one message of a wire form as it goes on the pipe.</summary>
    /// <param name="message">What the form wrote; whole lines, where it is made of lines.</param>
    /// <param name="output">Takes it.</param>
    public abstract void Frame(ReadOnlySpan<byte> message, TickBuffer output);
}
