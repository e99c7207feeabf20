using System.IO.Pipelines;

namespace Confab.Server.Web;

/// <summary>Two directions.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;

    /// <summary>Those of a stream, which is left open.</summary>
    public static DuplexPipe Over(Stream stream) => new(PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)), new WebOutput(stream));
}
