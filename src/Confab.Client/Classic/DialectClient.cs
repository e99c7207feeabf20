using System.Buffers;
using System.Text;

namespace Confab.Client.Classic;

/// <summary>
/// The client's half of one conversation in a classic dialect, without a socket: lines that somebody types become bytes, and bytes that arrive
/// become lines to show. Behaves as a <em>line session</em> (docs: classic-dialects): what it sends ends with LF, and so does what it
/// gets from then on. Until then text comes without an end, and a read is a message.
/// </summary>
/// <remarks>Use one for each connection. Not thread-safe.</remarks>
/// <example>
/// <code>
/// var relay = DialectClient.Create("relay", nickname: "");
/// var output = new ArrayBufferWriter&lt;byte&gt;();
/// relay.Type("hello", output);           // hello and LF
/// var shown = new List&lt;string&gt;();
/// relay.Read("54358:Hi!\n"u8, shown);    // an empty line and 54358:Hi!
/// </code>
/// </example>
public abstract class DialectClient
{
    /// <summary>The longest message shown in one piece, in bytes.</summary>
    private protected const int LongestMessage = 256 * 1024;

    private protected DialectClient()
    {
    }

    /// <summary>All dialects that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names => DialectTable.Names;

    /// <summary>The name of the dialect, as <c>--dialect</c> takes it.</summary>
    public abstract string Name { get; }

    /// <summary>What is shown when there is a connection, before anything arrives; null for nothing.</summary>
    public virtual string? Opening => null;

    /// <summary>What is shown when the conversation is over; null for nothing.</summary>
    public virtual string? Closing => null;

    /// <summary>The line that somebody types to leave.</summary>
    public abstract string QuitWord { get; }

    /// <summary>Whether leaving is closing one's own direction of the connection, for there is no word that the server knows.</summary>
    public virtual bool LeavesByClosing => false;

    /// <summary>Whether the server said goodbye: nothing follows, and the client does not come back.</summary>
    public bool HasEnded { get; private protected set; }

    /// <summary>Whether the server is ready for lines; before it, a line would be taken for something else.</summary>
    public virtual bool IsReady => true;

    /// <summary>Whether text without an end waits for more of it: after a short silence call <see cref="Settle"/>.</summary>
    public virtual bool HoldsText => false;

    /// <summary>Makes the client's half of a conversation.</summary>
    /// <param name="dialect">One of <see cref="Names"/>.</param>
    /// <param name="nickname">For the dialects that have one (<c>text</c>, <c>alias</c>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dialect.</exception>
    public static DialectClient Create(string dialect, string nickname) => DialectTable.Create(dialect, nickname);

    /// <summary>The port where a dialect has always been; 0 for none.</summary>
    /// <param name="dialect">One of <see cref="Names"/>.</param>
    public static int PortOf(string dialect) => DialectTable.PortOf(dialect);

    /// <summary>The classic dialect that has always been on this port; null for other ports.</summary>
    /// <param name="port">A TCP port.</param>
    public static string? NameOf(int port) => DialectTable.NameOf(port);

    /// <summary>Whether somebody who types this line leaves.</summary>
    /// <param name="line">The line without its end.</param>
    public virtual bool IsGoodbye(string line) => line == QuitWord;

    /// <summary>What the client says first, unasked.</summary>
    /// <param name="output">Receives the bytes.</param>
    public virtual void Open(IBufferWriter<byte> output)
    {
    }

    /// <summary>A line was typed.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="output">Receives the bytes to send.</param>
    /// <returns>False if this was a goodbye: send the bytes, then wait for the server to close.</returns>
    public abstract bool Type(string line, IBufferWriter<byte> output);

    /// <summary>Bytes arrived.</summary>
    /// <param name="read">What one read returned.</param>
    /// <param name="shown">Receives the lines to show.</param>
    /// <param name="output">Receives what the client answers by itself.</param>
    public abstract void Read(ReadOnlySpan<byte> read, ICollection<string> shown, IBufferWriter<byte> output);

    /// <summary>Nothing more arrived for a short while, or nothing more will: text without an end is a message too.</summary>
    /// <param name="shown">Receives the lines to show.</param>
    /// <param name="output">Receives what the client answers by itself.</param>
    public virtual void Settle(ICollection<string> shown, IBufferWriter<byte> output)
    {
    }

    /// <summary>Writes a line of UTF-8 with its LF.</summary>
    private protected static void WriteLine(IBufferWriter<byte> output, string line)
    {
        Encoding.UTF8.GetBytes(line, output);
        output.Write("\n"u8);
    }
}
