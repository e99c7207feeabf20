using System.Text;
using Confab.Simulation.Tests.Oracle;

namespace Confab.Simulation.Tests.Clients;

/// <summary>How a client reads, and what it makes of the end.</summary>
internal abstract partial class SimulatedClient
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool Read(Visit visit, long bytes)
    {
        var writes = visit.Wire.Wire.Take();
        foreach (var write in writes)
        {
            world.Trace?.Bytes(write);
            if (OneReadIsOneMessage && !visit.WasSlow)
            {
                IsWhole(visit, write);
            }

            var count = (int)Math.Min(bytes, write.Length);
            bytes -= count;
            var text = new char[Encoding.UTF8.GetMaxCharCount(count)];
            var heard = new string(text, 0, _decoder.GetChars(write.AsSpan(0, count), text, flush: false));
            world.Trace?.Note($"{visit} reads: {heard}");
            Hear(heard);
        }

        return writes.Count > 0;
    }

    // A client without framing takes one read of at most 1024 bytes for one message.
    private static void IsWhole(Visit visit, byte[] write)
    {
        try
        {
            _strict.GetCharCount(write);
        }
        catch (DecoderFallbackException torn)
        {
            throw new PromiseBroken($"{visit} got a write that ends within a character: {torn.Message}");
        }

        if (write.Length > 1024)
        {
            throw new PromiseBroken($"{visit} got a write of {write.Length} bytes, which its client would read as two messages.");
        }
    }

    private void HasHeardAll(Visit visit)
    {
        foreach (var (room, watch) in visit.Rooms)
        {
            if (CompletesAtRest)
            {
                watch.Complete();
            }

            watch.JoinedBy(Ledger.Last(room));
        }
    }

    private void IsClosedWhenFull(Visit visit)
    {
        foreach (var (room, watch) in visit.Rooms)
        {
            // At the doors with many rooms it may have been removed from this one, and not have read that either.
            if (visit is { IsStuck: true, ShowsTopics: false } && CompletesAtRest && watch.Owed() > world.Weather.BacklogBytes + MostRoom)
            {
                throw new PromiseBroken($"{visit} never reads, and is owed {watch.Owed()} bytes and more, and is not closed.");
            }

            watch.JoinedBy(Ledger.Last(room));
        }
    }

    private void Closed(Visit visit)
    {
        world.CheckDefects();
        if (visit.IsSlow)
        {
            world.Tally.Count(Corner.SlowReaderClosed);
        }
        else if (!visit.MayEnd && !MayBeCrowdedOut)
        {
            throw new PromiseBroken($"{visit} was closed without a reason. The server's last word: {world.Server.Events.Lines.LastOrDefault()}");
        }

        world.Note($"{visit} was closed");
        End(visit);
    }

    private void End(Visit visit)
    {
        LastNickname = visit.Nickname;
        Visit = null;
        visit.Wire.Vanish();
        Ended();
    }
}
