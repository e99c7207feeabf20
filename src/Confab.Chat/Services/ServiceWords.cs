using Confab.Chat.Requests;

namespace Confab.Chat.Services;

/// <summary>What somebody said to a service behind the command, word by word.</summary>
internal sealed class ServiceWords
{
    private readonly string[] _words;

    public ServiceWords(ChatState state, Asker asker, Decision decision, string text)
    {
        State = state;
        Asker = asker;
        Decision = decision;
        _words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public ChatState State { get; }

    public Asker Asker { get; }

    public Decision Decision { get; }

    public int Count => _words.Length;

    /// <summary>One word; empty where there are not so many.</summary>
    public string this[int index] => index < _words.Length ? _words[index] : string.Empty;

    /// <summary>One word; null where there are not so many.</summary>
    public string? Optional(int index) => index < _words.Length ? _words[index] : null;

    /// <summary>All words from one on, with a space between each; null where there are none.</summary>
    public string? Rest(int from) => from < _words.Length ? string.Join(' ', _words[from..]) : null;

    /// <summary>True where the word, in any case, is this one.</summary>
    public bool Is(int index, string word) => this[index].Equals(word, StringComparison.OrdinalIgnoreCase);
}
