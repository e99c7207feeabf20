namespace Confab.Protocols.Tests.Cutting;

/// <summary>One answer of a decoder other than "need more".</summary>
internal readonly record struct Found(ReadStatus Status, string Message)
{
    internal static readonly Found TooLong = new(ReadStatus.TooLong, "");

    internal static Found Of(string message) => new(ReadStatus.Complete, message);
}
