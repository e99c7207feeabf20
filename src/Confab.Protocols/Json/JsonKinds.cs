namespace Confab.Protocols.Json;

/// <summary>The values of <c>kind</c>: what sort of message it is.</summary>
public static class JsonKinds
{
    /// <summary>Somebody said something; the default where a command has no kind.</summary>
    public const string Message = "message";

    /// <summary>Somebody did something, as with <c>/me waves</c>.</summary>
    public const string Action = "action";

    /// <summary>The server said something, through its operator.</summary>
    public const string Notice = "notice";

    /// <summary>In history: somebody set the topic, which is the text.</summary>
    public const string Topic = "topic";
}
