using System.Text;
using System.Text.Json;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Results;

/// <summary>A result for programs: one JSON object. Numbers are in seconds and bytes; latencies in milliseconds.</summary>
internal static class BenchJson
{
    private const int BrokenShown = 100;

    public static string Write(BenchResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Plan(writer, result.Plan);
            writer.WriteNumber("messages", result.Messages);
            writer.WriteNumber("deliveries", result.Deliveries);
            Number(writer, "seconds", result.Seconds);
            Number(writer, "deliveriesPerSecond", result.DeliveriesPerSecond);
            Number(writer, "messagesPerSecond", result.MessagesPerSecond);
            Percentiles(writer, "latencyMilliseconds", result.Latency);
            Percentiles(writer, "latenessMilliseconds", result.Lateness);
            writer.WriteNumber("lost", result.Lost);
            writer.WriteNumber("repeated", result.Repeated);
            writer.WriteNumber("outOfOrder", result.OutOfOrder);
            writer.WriteNumber("misdirected", result.Misdirected);
            writer.WriteNumber("brokenCount", result.Broken.Count);
            writer.WriteStartArray("broken");
            foreach (var reason in result.Broken.Take(BrokenShown))
            {
                writer.WriteStringValue(reason);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("signOn");
            writer.WriteNumber("count", result.SignOn.Count);
            Number(writer, "seconds", result.SignOn.Seconds);
            Number(writer, "perSecond", result.SignOnsPerSecond);
            writer.WriteEndObject();
            Server(writer, result);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Plan(Utf8JsonWriter writer, BenchPlan plan)
    {
        writer.WriteStartObject("plan");
        writer.WriteString("address", plan.Address.ToString());
        writer.WriteString("door", plan.Door.Name);
        writer.WriteBoolean("tls", plan.Tls);
        writer.WriteBoolean("websocket", plan.WebSocket);
        writer.WriteNumber("members", plan.Members);
        writer.WriteNumber("rooms", plan.Rooms);
        writer.WriteNumber("senders", plan.Senders);
        writer.WriteNumber("window", plan.Window);
        writer.WriteNumber("rate", plan.Rate);
        writer.WriteNumber("size", plan.Size);
        Number(writer, "seconds", plan.Duration.TotalSeconds);
        Number(writer, "warmUp", plan.WarmUp.TotalSeconds);
        Number(writer, "drain", plan.Drain.TotalSeconds);
        writer.WriteNumber("idle", plan.Idle);
        writer.WriteNumber("slow", plan.Slow);
        writer.WriteNumber("signOnsAtOnce", plan.SignOnsAtOnce);
        writer.WriteNumber("pid", plan.Pid ?? 0);
        writer.WriteEndObject();
    }

    private static void Percentiles(Utf8JsonWriter writer, string name, LatencyHistogram histogram)
    {
        writer.WriteStartObject(name);
        Number(writer, "p50", histogram.Percentile(0.5) / 1e6);
        Number(writer, "p90", histogram.Percentile(0.9) / 1e6);
        Number(writer, "p99", histogram.Percentile(0.99) / 1e6);
        Number(writer, "p999", histogram.Percentile(0.999) / 1e6);
        Number(writer, "max", histogram.MaxNanoseconds / 1e6);
        writer.WriteEndObject();
    }

    private static void Server(Utf8JsonWriter writer, BenchResult result)
    {
        if (result.Server is not { } server)
        {
            writer.WriteNull("server");
            return;
        }

        writer.WriteStartObject("server");
        writer.WriteNumber("pid", server.Pid);
        Number(writer, "cpuUserSeconds", server.UserSeconds);
        Number(writer, "cpuSystemSeconds", server.SystemSeconds);
        Number(writer, "deliveriesPerCpuSecond", result.DeliveriesPerCpuSecond);
        Number(writer, "userSecondsPerMillionDeliveries", result.UserSecondsPerMillionDeliveries);
        writer.WriteNumber("residentBytesBefore", server.Before.Resident);
        writer.WriteNumber("residentBytesAfterSignOn", server.AfterSignOn.Resident);
        writer.WriteNumber("residentBytesAtEnd", server.AtEnd.Resident);
        writer.WriteNumber("privateBytesBefore", server.Before.Private);
        writer.WriteNumber("privateBytesAfterSignOn", server.AfterSignOn.Private);
        writer.WriteNumber("privateBytesAtEnd", server.AtEnd.Private);
        Number(writer, "bytesPerConnection", result.BytesPerConnection);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double value) => writer.WriteNumber(name, Math.Round(value, 6));
}
