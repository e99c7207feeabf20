using System.Globalization;
using System.Text;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Results;

/// <summary>A result for people.</summary>
internal sealed class BenchCard
{
    private const int BrokenShown = 3;

    private readonly StringBuilder _card = new();

    private BenchCard(BenchResult result)
    {
        Line($"{Who(result.Plan)}, {result.Seconds:0.0} s");
        Line($"");
        if (result.Plan.Senders > 0)
        {
            Line($"  deliveries  {result.DeliveriesPerSecond,12:N0} /s   ({result.Deliveries:N0})");
            Line($"  messages    {result.MessagesPerSecond,12:N0} /s   ({result.Messages:N0})");
            Line($"  latency     {Percentiles(result.Latency)}");
        }

        if (result.Lateness.Count > 0)
        {
            Line($"  sent late   {Percentiles(result.Lateness)}   (this program's own share of the latency)");
        }

        Line($"  sign-on     {result.SignOnsPerSecond,12:N0} /s   ({result.SignOn.Count:N0} in {result.SignOn.Seconds:0.00} s)");
        if (result.Server is { } server)
        {
            var (before, after, end) = (Megabytes(server.Before.Resident), Megabytes(server.AfterSignOn.Resident), Megabytes(server.AtEnd.Resident));
            Line($"  server CPU  {server.UserSeconds:0.00} s user, {server.SystemSeconds:0.00} s system; {result.DeliveriesPerCpuSecond:N0} deliveries per second of it");
            Line($"  memory      {before} before, {after} with all connections, {end} at the end; {result.BytesPerConnection:N0} bytes a connection");
        }

        Line($"  checked     {Verdict(result)}");
        foreach (var reason in result.Broken.Take(BrokenShown))
        {
            Line($"  broken      {reason}");
        }
    }

    public static string Text(BenchResult result) => new BenchCard(result)._card.ToString();

    private static string Who(BenchPlan plan)
    {
        var carriers = $"{(plan.WebSocket ? " over WebSocket" : "")}{(plan.Tls ? " over TLS" : "")}";
        var others = $"{(plan.Slow > 0 ? $", {plan.Slow} that never read" : "")}{(plan.Idle > 0 ? $", {plan.Idle} idle" : "")}";
        var rooms = plan.Rooms > 1 ? $" in {plan.Rooms} rooms" : "";
        var pace = plan.Rate > 0 ? $"{plan.Rate} messages/s" : $"window {plan.Window}";
        return $"{plan.Address} ({plan.Door.Name}{carriers}): {plan.Members} members{rooms}, {plan.Senders} of them sending{others}, {plan.Size} bytes, {pace}";
    }

    private static string Percentiles(LatencyHistogram histogram)
    {
        string At(double share) => Milliseconds(histogram.Percentile(share));
        return $"p50 {At(0.5)}   p90 {At(0.9)}   p99 {At(0.99)}   p99.9 {At(0.999)}   max {Milliseconds(histogram.MaxNanoseconds)}";
    }

    private static string Milliseconds(long nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.###} ms");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    private static string Verdict(BenchResult result)
    {
        if (result.IsRight)
        {
            return result.Plan.Senders > 0 ? "nothing lost, nothing twice, all in order" : "nobody was disconnected";
        }

        var strays = result.Misdirected > 0 ? string.Create(CultureInfo.InvariantCulture, $", {result.Misdirected:N0} at a wrong place") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Lost:N0} lost, {result.Repeated:N0} twice, {result.OutOfOrder:N0} out of order{strays}, {result.Broken.Count} members disconnected");
    }

    private void Line(FormattableString line) => _card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
