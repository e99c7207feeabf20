using Confab.Protocols.Sasl;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Sasl;

public sealed class SaslFuzzTests
{
    private static readonly ScramVerifier Decoy = ScramVerifier.Decoy("secret"u8, "user", 4096);

    [Fact]
    public void Any_bytes_give_an_answer_and_let_nobody_in()
    {
        var random = new Random(20_261_121);
        for (var i = 0; i < 5_000; i++)
        {
            var noise = HostileBytes.Next(random, 40);
            var torn = Torn(random, [.. "n,a=x,n=user,r=abc,p=AAAA"u8, 1, .. "auth=Bearer x"u8, 1, 1]);
            foreach (var bytes in new[] { noise, torn })
            {
                PlainMessage.Parse(bytes);
                OauthBearerMessage.Parse(bytes);
                new ScramClientExchange("user", "pencil", "c").ReadServerFirst(bytes, out _);
                Assert.False(new ScramClientExchange("user", "pencil", "c").ReadServerFinal(bytes));

                var server = new ScramServerExchange("s");
                if (server.ReadClientFirst(bytes))
                {
                    server.WriteServerFirst(Decoy);
                    Assert.False(server.ReadClientFinal(Torn(random, [.. "c=biws,r=abcs,p=AAAA"u8]), out _));
                }
            }
        }
    }

    /// <summary>A good message with a piece taken out and a byte changed.</summary>
    private static byte[] Torn(Random random, byte[] message)
    {
        var from = random.Next(message.Length);
        var to = random.Next(from, Math.Min(message.Length, from + 4));
        byte[] torn = [.. message[..from], .. message[to..]];
        torn[random.Next(torn.Length)] = (byte)random.Next(256);
        return torn;
    }
}
