namespace Confab.Cli.Benching.Doors;

/// <summary>How the members of a measurement say things at a door, and how they know that they are in.</summary>
internal abstract class BenchDoor
{
    /// <summary>The name, as <c>--door</c> takes it.</summary>
    public abstract string Name { get; }

    /// <summary>The port of a server that is named without one.</summary>
    public abstract int UsualPort { get; }

    /// <summary>The longest message that fits into a line, in bytes.</summary>
    public abstract int LargestSize { get; }

    /// <summary>The byte at the end of each message, in both directions.</summary>
    public virtual byte End => (byte)'\n';

    /// <summary>Whether there are other rooms than the one that everybody enters.</summary>
    public virtual bool HasRooms => false;

    /// <summary>Whether senders are told what they say themselves.</summary>
    public virtual bool Echoes => false;

    /// <summary>
    /// Whether the server answers those who are in. Where it does not, a roll is called: one member speaks until all have heard it.
    /// </summary>
    public virtual bool AnswersSignOn => false;

    /// <summary>What a server that does not answer was asked, for the error.</summary>
    public virtual string Question => "";

    /// <summary>The last line; empty for none.</summary>
    public virtual string Goodbye => "";

    /// <summary>What a member says first.</summary>
    /// <param name="nickname">Who it is.</param>
    /// <param name="room">Where it wants to be; <c>#lobby</c> where every door leads.</param>
    public abstract string SignOn(string nickname, string room);

    /// <summary>What stands in front of each message that is sent.</summary>
    public virtual string Front(string room) => "";

    /// <summary>What stands behind it.</summary>
    public virtual string Back => "\n";

    /// <summary>What a line means to somebody who is not in yet. Only asked where <see cref="AnswersSignOn"/>.</summary>
    /// <param name="line">What came, without its end.</param>
    /// <param name="progress">How far this member is; begins at none.</param>
    /// <param name="nickname">Who it is.</param>
    /// <param name="room">Where it wants to be.</param>
    public virtual DoorStep Hear(ReadOnlySpan<byte> line, ref SignOnProgress progress, string nickname, string room) => default;

    /// <summary>What stands in every line that is to be answered; empty where none ever is.</summary>
    public virtual ReadOnlySpan<byte> Call => default;

    /// <summary>What is to be answered to a line, so that the server does not take the member for gone; empty for nothing.</summary>
    public virtual ReadOnlySpan<byte> AnswerTo(ReadOnlySpan<byte> line) => default;
}
