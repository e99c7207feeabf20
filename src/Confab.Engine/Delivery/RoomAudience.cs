using Confab.Engine.Sessions;

namespace Confab.Engine.Delivery;

/// <summary>
/// Those who hear a room in one wire form and framing, and the bytes that this pass has for all of them. Who sits in this room alone is sent the whole of it at the
/// end; only who also hears something else, or must not hear all of it, is looked after message by message.
/// </summary>
internal sealed class RoomAudience(WireForm form, Framing? framing)
{
    public WireForm Form => form;

    public Framing? Framing => framing;

    /// <summary>Those who sit in no other room. Their <see cref="EngineSession.Home"/> is this.</summary>
    public List<EngineSession> Residents { get; } = [];

    /// <summary>Those who sit in others as well.</summary>
    public List<EngineSession> Guests { get; } = [];

    /// <summary>What the pass says here; null until it says something.</summary>
    public TickBuffer? Buffer { get; set; }

    public bool IsEmpty => Residents.Count == 0 && Guests.Count == 0;
}
