using Confab.Chat.Messages;

namespace Confab.Chat.Tests;

/// <summary>Ids that count from 1, so that every run makes the same ones.</summary>
internal sealed class NumberedIds : IIdSource
{
    private int _last;

    public static MessageId Of(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public MessageId Next(DateTimeOffset time) => Of(++_last);
}
