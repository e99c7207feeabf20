using Confab.Server.Configuration;
using Confab.Storage;

namespace Confab.Server.Control;

/// <summary>Finds out whether the server of a data directory runs, and opens the way to look after it.</summary>
public static class ControlRoute
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Opens the way: the control socket of the running server, or else the directory itself.</summary>
    /// <param name="options">The settings; what counts are the data directory and the rules.</param>
    /// <param name="mayCreate">True to make a data directory where there is none.</param>
    /// <param name="clock">Gives the time to wait for a server that is just starting or ending.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ControlLostException">There is no way; the sentence says why and what to do.</exception>
    public static async Task<IControl> OpenAsync(ServerOptions options, bool mayCreate, TimeProvider clock, CancellationToken cancellation)
    {
        var directory = Path.GetFullPath(options.DataDirectory);
        if (!options.KeepsHistory)
        {
            throw new ControlLostException("These settings keep everything in memory (ephemeral, or durability none), so there is no data directory to look after.");
        }

        if (!mayCreate && !Directory.Exists(directory))
        {
            throw new ControlLostException($"There is no data directory {directory}. Name the server's with --data, or start one there with: confab serve");
        }

        var began = clock.GetTimestamp();
        while (true)
        {
            if (await SocketControl.TryConnectAsync(directory, cancellation) is { } running)
            {
                return running;
            }

            try
            {
                return OfflineControl.Open(options);
            }
            catch (LogOpenException failure) when (failure.IsInUse && clock.GetElapsedTime(began) < _patience)
            {
                // Between taking the directory and opening its socket, and the other way round at its end, a server needs a moment.
                await Task.Delay(_pause, clock, cancellation);
            }
            catch (LogOpenException failure) when (failure.IsInUse)
            {
                throw new ControlLostException(
                    $"A server uses the data directory {directory}, but its control socket {ControlPlace.In(directory)} does not answer: it belongs to another user, "
                    + "was switched off (control), or its path is too long. Ask as the server's user, or stop the server and ask again.",
                    failure);
            }
            catch (LogOpenException failure)
            {
                throw new ControlLostException(failure.Message, failure);
            }
        }
    }
}
