using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Confab.TlsFloor;

// Confab.TlsFloor PORT CERTIFICATE KEY: accepts connections on 127.0.0.1, shakes hands, and passes on to all what one of them says; ends on a signal.
if (args.Length != 3 || !int.TryParse(args[0], CultureInfo.InvariantCulture, out var port))
{
    await Console.Error.WriteLineAsync("usage: Confab.TlsFloor PORT CERTIFICATE KEY");
    return 2;
}

using var certificate = X509Certificate2.CreateFromPemFile(args[1], args[2]);
var options = new SslServerAuthenticationOptions
{
    ServerCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),

    // Asked for as Confab does, so that the same is exchanged and kept; those who are measured have none.
    ClientCertificateRequired = true,
    RemoteCertificateValidationCallback = (_, shown, _, _) => shown is null,
    CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
};
using var crowd = new Crowd();
using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
listener.Listen(backlog: 4096);
while (true)
{
    var socket = await listener.AcceptAsync();
    _ = Session.RunAsync(socket, options, crowd);
}
