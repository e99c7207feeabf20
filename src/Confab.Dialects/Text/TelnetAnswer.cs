using Confab.Engine.Ticks;

namespace Confab.Dialects.Text;

/// <summary>What the telnet protocol wants to have answered, byte for byte, in its turn.</summary>
internal sealed record TelnetAnswer(byte[] Bytes) : Aside;
