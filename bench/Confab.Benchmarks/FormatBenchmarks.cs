using BenchmarkDotNet.Attributes;
using Confab.Chat.Events;
using Confab.Dialects;
using Confab.Engine.Delivery;

namespace Confab.Benchmarks;

/// <summary>One message to the bytes of each dialect, as once per tick and not once per member.</summary>
[MemoryDiagnoser]
public class FormatBenchmarks
{
    private readonly TickBuffer _output = new();
    private readonly MessagePosted _message = Meeting.MessagePosted();
    private WireForm? _form;

    [ParamsSource(nameof(Dialects))]
    public string Dialect { get; set; } = string.Empty;

    public static IEnumerable<string> Dialects => DialectCatalog.Names;

    [GlobalSetup]
    public void Setup() => _form = Meeting.Dialect(Dialect).CreateSession().Form;

    [Benchmark]
    public int Format()
    {
        _form!.Encode(_message, _output);
        var messages = _output.Count;
        _output.Clear(keepBytes: 1 << 20);
        return messages;
    }
}
