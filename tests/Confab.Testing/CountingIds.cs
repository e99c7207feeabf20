using Confab.Chat;
using Confab.Chat.Messages;

namespace Confab.Testing;

/// <summary>Ids that are the same in every run: version 7 UUIDs of the given time, numbered instead of random.</summary>
public sealed class CountingIds(int run = 0) : IIdSource
{
    private int _count;
    private int _secrets;

    public void Fill(Span<byte> secret)
    {
        for (var i = 0; i < secret.Length; i++)
        {
            secret[i] = (byte)(++_secrets * 167);
        }
    }

    public MessageId Next(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(time).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[8..].Clear();
        bytes[6] = 0x70;
        bytes[7] = 0;
        bytes[8] = 0x80;
        System.Buffers.Binary.BinaryPrimitives.WriteInt16BigEndian(bytes[9..], (short)run);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes[12..], ++_count);
        return new MessageId(new Guid(bytes, bigEndian: true));
    }
}
