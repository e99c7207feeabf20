using Confab.Chat.Messages;

namespace Confab.Chat;

/// <summary>Gives message ids and secrets; handed in, so that a test can make the same ones again.</summary>
public interface IIdSource
{
    /// <summary>A new id that sorts by <paramref name="time"/>.</summary>
    MessageId Next(DateTimeOffset time);

    /// <summary>Fills the span with random bytes that nobody can guess.</summary>
    void Fill(Span<byte> secret);
}
