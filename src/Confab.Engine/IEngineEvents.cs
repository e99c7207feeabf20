using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Engine;

/// <summary>What the engine tells whoever keeps the server's log. Called from the engine's loops: must not block, must not throw.</summary>
public interface IEngineEvents
{
    /// <summary>The log refused a tick's entries; their authors were told.</summary>
    void LogRefused(int entries, Exception reason);

    /// <summary>The newest entries of a room could not be read; somebody joined without seeing them.</summary>
    void RecentUnavailable(RoomName room, Exception reason);

    /// <summary>A session was ended by a defect in how it is shown things; nobody else is touched.</summary>
    void SessionBroken(SessionOrigin origin, Exception defect);

    /// <summary>A rule ended with a defect; its asker was refused.</summary>
    /// <param name="origin">Where the asker came in.</param>
    /// <param name="request">The kind of request, without anything that was said.</param>
    /// <param name="defect">What went wrong.</param>
    void RequestBroken(SessionOrigin origin, string request, Exception defect);

    /// <summary>A look-up ended with a defect; its asker was told.</summary>
    void LookupBroken(Exception defect);

    /// <summary>A loop ended with a defect; the server must stop, because nothing can be promised any more.</summary>
    void Broken(string loop, Exception reason);
}
