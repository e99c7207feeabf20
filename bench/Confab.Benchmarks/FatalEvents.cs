using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine;

namespace Confab.Benchmarks;

/// <summary>Whatever goes wrong makes the measurement worthless, and ends it.</summary>
internal sealed class FatalEvents : IEngineEvents
{
    public void LogRefused(int entries, Exception reason) => throw new InvalidOperationException($"The log refused {entries} entries.", reason);

    public void RecentUnavailable(RoomName room, Exception reason) => throw new InvalidOperationException($"{room} cannot be read.", reason);

    public void SessionBroken(SessionOrigin origin, Exception defect) => throw new InvalidOperationException($"A session on {origin.Door} is broken.", defect);

    public void RequestBroken(SessionOrigin origin, string request, Exception defect) => throw new InvalidOperationException($"{request} is broken.", defect);

    public void LookupBroken(Exception defect) => throw new InvalidOperationException("A look-up is broken.", defect);

    public void Broken(string loop, Exception reason) => throw new InvalidOperationException($"The {loop} is broken.", reason);
}
