using Confab.Chat.Requests;
using Confab.Engine.Sessions;

namespace Confab.Engine.Ticks;

/// <summary>A request on its way to the sequencer.</summary>
internal readonly record struct Envelope(EngineSession Session, Request Request, object? Tag);
