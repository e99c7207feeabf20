using System.IO.Pipelines;

namespace Confab.Server.Web;

/// <summary>Two directions.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;
}
