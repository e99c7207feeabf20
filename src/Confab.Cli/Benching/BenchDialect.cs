namespace Confab.Cli.Benching;

/// <summary>How the members of a measurement say things, and how they hear them. In terms of bytes, because a measurement must cost little itself.</summary>
internal abstract class BenchDialect
{
    /// <summary>The name, as <c>--dialect</c> takes it.</summary>
    public abstract string Name { get; }

    /// <summary>The port of a server that is named without one.</summary>
    public abstract int UsualPort { get; }

    /// <summary>The longest message that fits into a line, in bytes.</summary>
    public abstract int LargestSize { get; }

    /// <summary>What stands in front of each message that is sent.</summary>
    public abstract ReadOnlySpan<byte> Front { get; }

    /// <summary>The last line.</summary>
    public abstract ReadOnlyMemory<byte> Goodbye { get; }

    /// <summary>The line whose answer tells that the member is in the room.</summary>
    public abstract string Question { get; }

    /// <summary>The first lines, up to and with <see cref="Question"/>.</summary>
    public abstract ReadOnlyMemory<byte> SignOn(string nickname);

    /// <summary>Whether a line is the answer to <see cref="Question"/>.</summary>
    public abstract bool IsReady(ReadOnlySpan<byte> line);

    /// <summary>What a line says, if somebody says it whose nickname begins so; otherwise empty.</summary>
    public abstract ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> nickname);

    /// <summary>What is to be answered to a line, so that the server does not take the member for gone; empty for nothing.</summary>
    public virtual ReadOnlyMemory<byte> AnswerTo(ReadOnlySpan<byte> line) => default;
}
