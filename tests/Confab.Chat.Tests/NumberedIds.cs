using Confab.Chat.Messages;

namespace Confab.Chat.Tests;

/// <summary>Ids that count from 1, so that every run makes the same ones.</summary>
internal sealed class NumberedIds : IIdSource
{
    private int _last;
    private int _secrets;

    public static MessageId Of(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public void Fill(Span<byte> secret)
    {
        for (var i = 0; i < secret.Length; i++)
        {
            secret[i] = (byte)++_secrets;
        }
    }

    public MessageId Next(DateTimeOffset time) => Of(++_last);
}
