using System.Text;
using Confab.Transport.Connections;

namespace Confab.Server.Tests.Transport;

/// <summary>Owns a connection and keeps what it is told.</summary>
internal sealed class ToldOwner(string notice, List<string> told) : IConnectionOwner
{
    public ReadOnlyMemory<byte> SlowReaderNotice => Encoding.UTF8.GetBytes(notice);

    public void TooSlow(string reason) => told.Add(reason);
}
