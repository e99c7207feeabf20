using Confab.Engine.Ticks;
using Confab.Protocols.Json;

namespace Confab.Dialects.Json;

/// <summary>A line that could not be understood; its complaint comes in its turn.</summary>
internal sealed record JsonProblemFound(JsonProblem Problem) : Aside;
