using Confab.Chat.Messages;

namespace Confab.Architecture.Tests;

public sealed class PersistedNumbersTests
{
    /// <summary>These numbers stand in every log that was ever written. A new kind gets a new line here; no line ever changes.</summary>
    [Fact]
    public void Kinds_of_messages_keep_their_numbers() => Assert.Equal(
        [
            (1, "Message"),
            (2, "Action"),
            (3, "Notice"),
            (4, "Topic"),
            (16, "Joined"),
            (17, "Left"),
            (18, "Quit"),
            (19, "Kicked"),
            (20, "Renamed"),
            (21, "ModeChanged"),
            (22, "TagMessage"),
        ],
        Enum.GetValues<MessageKind>().Select(kind => ((int)kind, kind.ToString())));
}
