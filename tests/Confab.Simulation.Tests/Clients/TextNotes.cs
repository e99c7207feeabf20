using System.Text.RegularExpressions;

namespace Confab.Simulation.Tests.Clients;

/// <summary>What the server says to a person in its own name, as a person reads it.</summary>
internal static partial class TextNotes
{
    private const int Milliseconds = 1000;

    [GeneratedRegex(@"^\* You are (?<nick>\S+) in #lobby\. \d+ ", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex SignedOn();

    [GeneratedRegex(@"^\* You are in (?<room>#\S+), and speak there\. ", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex EnteredRoom();

    [GeneratedRegex(@"^\* You left (?<room>#\S+?)(\.| and are in no room)", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex LeftRoom();

    [GeneratedRegex(@"^\* You were removed from (?<room>#\S+) by ", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex Removed();

    [GeneratedRegex(@"^\* You are now (?<nick>\S+)\.$", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex Renamed();

    [GeneratedRegex(@"^\* (?<room>#\S+), \d+ members?: ", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex Listed();

    [GeneratedRegex(@"^\* (?<count>\d+) messages?(?<search> found, newest first)?(, and there are more)?\.$", RegexOptions.ExplicitCapture, Milliseconds)]
    public static partial Regex Counted();
}
