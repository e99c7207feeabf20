using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Polling;

namespace Confab.Server.Tests.Polling;

/// <summary>Readiness as the system tells it.</summary>
[SupportedOSPlatform("linux")]
public sealed class PollerTests
{
    private const int Patience = 30_000;
    private const string OnLinux = "Event loops are for Linux; elsewhere there are portable sockets.";

    public static bool IsLinux => OperatingSystem.IsLinux();

    [Fact(Timeout = Patience, Skip = OnLinux, SkipUnless = nameof(IsLinux))]
    public async Task However_many_wake_it_at_once_no_wake_is_lost()
    {
        const int Rounds = 20_000;
        using var poller = new Poller();
        var (asked, seen) = (0, 0);
        var events = new PollEvent[8];
        var cancellation = TestContext.Current.CancellationToken;
        var waiting = Task.Run(
            () =>
            {
                while (Volatile.Read(ref seen) < Rounds)
                {
                    poller.Wait(events, Timeout.Infinite);
                    Volatile.Write(ref seen, Volatile.Read(ref asked));
                }
            },
            cancellation);
        var other = Task.Run(
            () =>
            {
                while (Volatile.Read(ref seen) < Rounds)
                {
                    poller.Wake();
                }
            },
            cancellation);
        for (var round = 1; round <= Rounds; round++)
        {
            Volatile.Write(ref asked, round);
            poller.Wake();
            SpinWait.SpinUntil(() => Volatile.Read(ref seen) >= round);
        }

        await Task.WhenAll(waiting, other);
        Assert.Equal(Rounds, seen);
    }

    [Fact(Timeout = Patience, Skip = OnLinux, SkipUnless = nameof(IsLinux))]
    public async Task A_descriptor_is_told_as_long_as_something_waits_and_only_for_what_was_asked()
    {
        using var poller = new Poller();
        var (here, there) = await PairAsync();
        using var _ = there;
        var events = new PollEvent[8];
        poller.Add(here.Number, PollEvents.Readable, token: 7);

        Assert.Equal(0, poller.Wait(events, 0));
        await there.SendAsync("hello"u8.ToArray());
        Assert.Equal(1, poller.Wait(events, Patience));
        Assert.Equal(new PollEvent(7, PollEvents.Readable), events[0]);
        Assert.Equal(1, poller.Wait(events, 0));

        poller.Change(here.Number, PollEvents.Writable, token: 8);
        Assert.Equal(1, poller.Wait(events, 0));
        Assert.Equal(new PollEvent(8, PollEvents.Writable), events[0]);

        poller.Remove(here.Number);
        Assert.Equal(0, poller.Wait(events, 0));
        here.Close(reset: false);
    }

    [Fact(Timeout = Patience, Skip = OnLinux, SkipUnless = nameof(IsLinux))]
    public async Task A_connection_sends_what_is_taken_reads_what_came_and_ends_as_it_is_told()
    {
        var (here, there) = await PairAsync();
        using var _ = there;
        var buffer = new byte[16];

        Assert.Null(here.TryReceive(buffer));
        Assert.Equal(5, here.TrySend("hello"u8));
        Assert.Equal(5, await there.ReceiveAsync(buffer));
        var filler = new byte[1 << 20];
        while (here.TrySend(filler) > 0)
        {
        }

        Assert.Equal(0, here.TrySend(filler));
        there.Shutdown(SocketShutdown.Send);
        while (here.TryReceive(buffer) is null)
        {
        }

        Assert.Equal(0, here.TryReceive(buffer));
        here.Close(reset: true);
        var gone = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (await there.ReceiveAsync(filler) > 0)
            {
            }
        });
        Assert.Equal(SocketError.ConnectionReset, gone.SocketErrorCode);
    }

    private static async Task<(StreamDescriptor Here, Socket There)> PairAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var there = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await there.ConnectAsync(listener.LocalEndPoint!);
        StreamDescriptor here;
        IPEndPoint? peer;
        while (StreamDescriptor.TryAccept((int)listener.Handle, out here, out peer) == StreamDescriptor.NobodyWaits)
        {
        }

        Assert.Equal(there.LocalEndPoint, peer);
        return (here, there);
    }
}
