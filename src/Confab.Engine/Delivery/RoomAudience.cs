using Confab.Engine.Sessions;

namespace Confab.Engine.Delivery;

/// <summary>Those who hear a room in one wire form, and the bytes that this pass has for all of them.</summary>
internal sealed class RoomAudience(WireForm form)
{
    public WireForm Form => form;

    public List<EngineSession> Sessions { get; } = [];

    /// <summary>What the pass says here; null until it says something.</summary>
    public TickBuffer? Buffer { get; set; }
}
