using System.Text;
using Confab.Cli.Commands;

namespace Confab.Cli.Benching;

/// <summary>Members at the text door: a line each for the nickname and for every message.</summary>
internal sealed class TextBench : BenchDialect
{
    public override string Name => "text";

    public override int UsualPort => ServerOptions.UsualPort;

    public override int LargestSize => 32 * 1024;

    public override ReadOnlySpan<byte> Front => default;

    public override ReadOnlyMemory<byte> Goodbye { get; } = "/quit\n"u8.ToArray();

    public override string Question => "/ping ready";

    public override ReadOnlyMemory<byte> SignOn(string nickname) => Encoding.UTF8.GetBytes($"{nickname}\n{Question}\n");

    public override bool IsReady(ReadOnlySpan<byte> line) => line.TrimEnd((byte)'\r').SequenceEqual("* pong ready"u8);

    public override ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> nickname) =>
        line.StartsWith("<"u8) && line[1..].StartsWith(nickname) ? line[(line.IndexOf((byte)' ') + 1)..] : default;
}
