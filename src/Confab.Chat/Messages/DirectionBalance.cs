using System.Text;

namespace Confab.Chat.Messages;

/// <summary>
/// Keeps the bidirectional controls of each line balanced (UAX 9, rules X1 to X8). A door puts a name before the text and perhaps a
/// time behind it on the same line; an override left open, or a close too many, would reorder those. Balanced ones are left alone:
/// people use them.
/// </summary>
internal sealed class DirectionBalance
{
    private const char PopEmbedding = '\u202C';
    private const char PopIsolate = '\u2069';

    /// <summary>
    /// UAX 9's max_depth: deeper levels have no effect anywhere, so they are dropped and the closing marks stay few.
    /// </summary>
    private const int MaxDepth = 125;

    /// <summary>The marks that close what is open, innermost last.</summary>
    private readonly List<char> _closing = [];

    public static bool Concerns(char one) => one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public void Append(char one, StringBuilder line)
    {
        var keep = one switch
        {
            PopEmbedding => CloseEmbedding(),
            PopIsolate => CloseIsolate(),
            >= '\u2066' => Open(PopIsolate),
            _ => Open(PopEmbedding),
        };
        line.Append(keep ? one.ToString() : "");
    }

    public void CloseLine(StringBuilder line)
    {
        for (var index = _closing.Count - 1; index >= 0; index--)
        {
            line.Append(_closing[index]);
        }

        _closing.Clear();
    }

    private bool Open(char closing)
    {
        if (_closing.Count == MaxDepth)
        {
            return false;
        }

        _closing.Add(closing);
        return true;
    }

    private bool CloseEmbedding()
    {
        if (_closing.Count == 0 || _closing[^1] != PopEmbedding)
        {
            return false;
        }

        _closing.RemoveAt(_closing.Count - 1);
        return true;
    }

    /// <summary>Closing an isolate also closes the embeddings that were opened inside it.</summary>
    private bool CloseIsolate()
    {
        var opened = _closing.LastIndexOf(PopIsolate);
        if (opened < 0)
        {
            return false;
        }

        _closing.RemoveRange(opened, _closing.Count - opened);
        return true;
    }
}
