using System.Text;
using Confab.Transport.WebSockets;

namespace Confab.Server.Tests.Transport.WebSockets;

public sealed class LineCutterTests
{
    [Fact]
    public void Lines_are_the_same_however_they_are_cut()
    {
        var text = "one\r\ntwo\nthree\r\r\n\r\n\n" + new string('x', 40_000) + "\r\nlast but not ended";
        string[] lines = ["one", "two", "three", new string('x', 40_000)];
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var cutter = new LineCutter();
            var found = new List<string>();
            for (var at = 0; at < text.Length;)
            {
                var count = Math.Min(random.Next(1, run < 100 ? 10 : 30_000), text.Length - at);
                cutter.Add(Encoding.UTF8.GetBytes(text, at, count));
                at += count;
                while (cutter.TryNext(out var line))
                {
                    found.Add(Encoding.UTF8.GetString(line.Span));
                }
            }

            Assert.Equal(lines, found);
            cutter.Add("\n"u8);
            Assert.True(cutter.TryNext(out var last));
            Assert.Equal("last but not ended", Encoding.UTF8.GetString(last.Span));
        }
    }
}
