using System.Net.Sockets;

namespace Confab.Server.Control;

/// <summary>Where the control socket of a data directory is.</summary>
internal static class ControlPlace
{
    private const string FileName = "control";

    public static string In(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), FileName);

    /// <summary>The address of a socket; null where its path is longer than the system allows, about a hundred bytes.</summary>
    public static UnixDomainSocketEndPoint? TryAddress(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public static Socket CreateSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
