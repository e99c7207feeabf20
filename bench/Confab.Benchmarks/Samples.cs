using System.Globalization;
using System.Text;

namespace Confab.Benchmarks;

/// <summary>What the measurements talk about: messages as people write them, about 100 bytes long.</summary>
internal static class Samples
{
    public const string Message = "The kettle is on, and there is a little milk left for those who like it; who comes down to the kitchen?";

    /// <summary>So many messages, each with the same end, as they lie in a reader's buffer.</summary>
    public static byte[] Stream(int count, string end) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Message + end, count)));

    /// <summary>So many messages as an IRC client sends them, each with these tags in front.</summary>
    public static byte[] IrcStream(int count, string tags) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{tags}PRIVMSG #lobby :{Message}\r\n", count)));

    public static string JsonSay(int key) =>
        $$"""{"type":"say","room":"#lobby","text":"{{Message}}","key":{{key.ToString(CultureInfo.InvariantCulture)}},"label":"7"}""";
}
