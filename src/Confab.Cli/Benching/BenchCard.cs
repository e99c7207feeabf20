using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Confab.Cli.Benching;

/// <summary>A result for people, or for programs.</summary>
internal static class BenchCard
{
    private const int BrokenShown = 3;

    public static string Text(BenchResult result)
    {
        var plan = result.Plan;
        var card = new StringBuilder();
        void Line(FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        var pace = plan.Rate > 0 ? $"{plan.Rate.ToString(CultureInfo.InvariantCulture)} messages/s" : $"window {plan.Window}";
        Line($"{plan.Address}: {plan.Members} members, {plan.Senders} of them sending, {plan.Size} bytes, {pace}, {result.Spoken.TotalSeconds:0.0} s");
        Line($"");
        Line($"  deliveries  {result.DeliveriesPerSecond,12:N0} /s   ({result.Delivered:N0})");
        Line($"  messages    {result.MessagesPerSecond,12:N0} /s   ({result.Messages:N0})");
        Line($"  latency     {Percentiles(result.Latency)}");
        if (result.Lateness.Count > 0)
        {
            Line($"  sent late   {Percentiles(result.Lateness)}   (this program's own share of the latency)");
        }

        Line($"  checked     {Verdict(result)}");
        foreach (var reason in result.Broken.Take(BrokenShown))
        {
            Line($"  lost        {reason}");
        }

        return card.ToString();
    }

    public static string Json(BenchResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("address", result.Plan.Address.ToString());
            writer.WriteNumber("members", result.Plan.Members);
            writer.WriteNumber("senders", result.Plan.Senders);
            writer.WriteNumber("window", result.Plan.Window);
            writer.WriteNumber("size", result.Plan.Size);
            writer.WriteNumber("rate", result.Plan.Rate);
            writer.WriteNumber("seconds", result.Spoken.TotalSeconds);
            writer.WriteNumber("messages", result.Messages);
            writer.WriteNumber("messagesPerSecond", Math.Round(result.MessagesPerSecond, 1));
            writer.WriteNumber("deliveries", result.Delivered);
            writer.WriteNumber("deliveriesPerSecond", Math.Round(result.DeliveriesPerSecond, 1));
            WritePercentiles(writer, "latencyMilliseconds", result.Latency);
            WritePercentiles(writer, "sentLateMilliseconds", result.Lateness);
            writer.WriteNumber("lost", result.Lost);
            writer.WriteNumber("jumps", result.Jumps);
            writer.WriteNumber("repeated", result.Repeated);
            writer.WriteNumber("disconnected", result.Broken.Count);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WritePercentiles(Utf8JsonWriter writer, string name, LatencyHistogram histogram)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("p50", Milliseconds(histogram.Percentile(0.5)));
        writer.WriteNumber("p90", Milliseconds(histogram.Percentile(0.9)));
        writer.WriteNumber("p99", Milliseconds(histogram.Percentile(0.99)));
        writer.WriteNumber("max", Milliseconds(histogram.MaxNanoseconds));
        writer.WriteEndObject();
    }

    private static string Percentiles(LatencyHistogram histogram) => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {Milliseconds(histogram.Percentile(0.5))} ms   p90 {Milliseconds(histogram.Percentile(0.9))} ms   p99 {Milliseconds(histogram.Percentile(0.99))} ms   max {Milliseconds(histogram.MaxNanoseconds)} ms");

    private static double Milliseconds(long nanoseconds) => Math.Round(nanoseconds / 1e6, 3);

    private static string Verdict(BenchResult result) => result.IsRight
        ? "nothing lost, nothing twice, all in order"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Lost:N0} lost, {result.Repeated:N0} twice or late, {result.Jumps:N0} jumps, {result.Broken.Count} members disconnected");
}
