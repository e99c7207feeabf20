using BenchmarkDotNet.Attributes;
using Confab.Protocols;
using Confab.Protocols.Irc;
using Confab.Protocols.Json;
using Confab.Protocols.Lines;
using Confab.Protocols.NulText;

namespace Confab.Benchmarks;

/// <summary>Bytes to messages; all numbers are for one message.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private const int Count = 100;
    private const int MaxBytes = 64 * 1024;

    private readonly byte[] _lines = Samples.Stream(Count, "\n");
    private readonly byte[] _ircLines = Samples.IrcStream(Count, tags: "");
    private readonly byte[] _taggedIrcLines = Samples.IrcStream(Count, tags: "@label=7;+draft/reply=63e4a1 ");
    private readonly byte[] _nulText = Samples.Stream(Count, "\0");
    private readonly byte[] _one = Samples.Stream(1, string.Empty);
    private readonly string _json = Samples.JsonSay(7);
    private readonly LineDecoder _lineDecoder = new(MaxBytes);
    private readonly IrcLineDecoder _ircDecoder = new();
    private readonly NulDecoder _nulDecoder = new(MaxBytes);
    private readonly UnframedDecoder _unframedDecoder = new(MaxBytes);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Line()
    {
        ReadOnlySpan<byte> input = _lines;
        var found = 0;
        while (_lineDecoder.Read(ref input, out _) == ReadStatus.Complete)
        {
            found++;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Irc() => Irc(_ircLines);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Irc_with_tags() => Irc(_taggedIrcLines);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Nul()
    {
        ReadOnlySpan<byte> input = _nulText;
        var found = 0;
        while (_nulDecoder.Read(ref input, out _) == ReadStatus.Complete)
        {
            found++;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Unframed()
    {
        var found = 0;
        for (var read = 0; read < Count; read++)
        {
            ReadOnlySpan<byte> input = _one;
            while (_unframedDecoder.Read(ref input, endOfRead: true, out _) == ReadStatus.Complete)
            {
                found++;
            }
        }

        return found;
    }

    [Benchmark]
    public bool Json() => JsonCommand.Parse(_json, out var command, out _) && command.Check() is null;

    private int Irc(byte[] lines)
    {
        ReadOnlySpan<byte> input = lines;
        var found = 0;
        while (_ircDecoder.Read(ref input, out var line) == ReadStatus.Complete)
        {
            found += IrcMessage.TryParse(line, out var message) == IrcParseResult.Message ? message!.Parameters.Count : 0;
        }

        return found;
    }
}
