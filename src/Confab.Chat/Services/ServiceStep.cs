using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Requests;

namespace Confab.Chat.Services;

/// <summary>What the words of a command come to: a request, or an answer at once.</summary>
internal sealed class ServiceStep
{
    private ServiceStep(Request? request, IReadOnlyList<string>? lines)
    {
        Request = request;
        Lines = lines;
    }

    /// <summary>The request; null where the answer is known.</summary>
    public Request? Request { get; }

    /// <summary>The answer; null where there is a request.</summary>
    public IReadOnlyList<string>? Lines { get; }

    [return: NotNullIfNotNull(nameof(request))]
    public static implicit operator ServiceStep?(Request? request) => request is null ? null : new ServiceStep(request, lines: null);

    public static ServiceStep Say(params string[] lines) => new(request: null, lines);
}
