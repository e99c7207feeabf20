using System.Collections;

namespace Confab.Irc.Tests.Kit;

/// <summary>What a client was sent, in order. A question that fails shows all of it.</summary>
internal sealed class Replies(IReadOnlyList<IrcMessage> messages) : IReadOnlyList<IrcMessage>
{
    public int Count => messages.Count;

    /// <summary>The commands and numerics, in order.</summary>
    public IReadOnlyList<string> Commands => [.. messages.Select(message => message.Command)];

    public IrcMessage this[int index] => messages[index];

    /// <summary>The one message of this command; fails where there is none, or more.</summary>
    public IrcMessage One(string command)
    {
        var found = All(command);
        if (found.Count != 1)
        {
            Assert.Fail($"Expected one {command}, there are {found.Count}. Seen:\n{this}");
        }

        return found[0];
    }

    /// <summary>All messages of this command.</summary>
    public IReadOnlyList<IrcMessage> All(string command) => [.. messages.Where(message => message.Command == command)];

    /// <summary>Fails where one of these commands is there.</summary>
    public void Lacks(params string[] commands)
    {
        if (messages.Any(message => commands.Contains(message.Command)))
        {
            Assert.Fail($"Expected none of {string.Join(", ", commands)}. Seen:\n{this}");
        }
    }

    /// <summary>Fails where anything was said at all.</summary>
    public void AreNone()
    {
        if (messages.Count > 0)
        {
            Assert.Fail($"Expected no answer. Seen:\n{this}");
        }
    }

    public IEnumerator<IrcMessage> GetEnumerator() => messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => messages.Count == 0 ? "(nothing)" : string.Join('\n', messages);
}
