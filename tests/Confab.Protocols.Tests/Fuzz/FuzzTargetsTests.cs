using Confab.Protocols.Tests.Cutting;
using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>Every fuzz target runs here too: over inputs from one fixed seed, and over new ones that shrink when they fail.</summary>
public sealed class FuzzTargetsTests
{
    private const int Seed = 20_261_121;
    private const int Inputs = 4_000;

    [Fact]
    public void Lines_agree_with_their_reference() => RunTarget(LineTarget.Run);

    [Fact]
    public void Nul_text_agrees_with_its_reference() => RunTarget(NulTarget.Run);

    [Fact]
    public void Unframed_text_agrees_with_its_reference() => RunTarget(UnframedTarget.Run);

    [Fact]
    public void The_telnet_filter_agrees_with_its_reference() => RunTarget(TelnetTarget.Run);

    [Fact]
    public void First_bytes_are_decided_as_is_obvious() => RunTarget(FirstBytesTarget.Run);

    [Fact]
    public void Any_json_line_gives_an_answer() => RunTarget(JsonTarget.Run);

    [Fact]
    public void Irc_lines_agree_with_their_reference() => RunTarget(IrcLineTarget.Run);

    [Fact]
    public void Any_irc_line_gives_an_answer() => RunTarget(IrcMessageTarget.Run);

    [Fact]
    public void WebSocket_messages_come_out_as_they_are_however_they_are_taken_apart() => RunTarget(WebSocketTarget.Run);

    private static void RunTarget(Action<ReadOnlySpan<byte>> target)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Inputs; i++)
        {
            var data = HostileBytes.Next(random, maxLength: 80);
            try
            {
                target(data);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Input {i}, {Convert.ToHexString(data)}: {failure}");
            }
        }

        Prop.ForAll(HostileBytes.Arrays, bytes => target(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
