using System.Buffers.Binary;
using Confab.Chat;
using Confab.Chat.Messages;

namespace Confab.Benchmarks;

/// <summary>Ids that count and cost nothing.</summary>
internal sealed class NumberedIds : IIdSource
{
    private long _last;

    public void Fill(Span<byte> secret) => secret.Fill((byte)++_last);

    public MessageId Next(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++_last);
        return new MessageId(new Guid(bytes, bigEndian: true));
    }
}
