using Confab.Chat.Names;

namespace Confab.Chat.Services;

/// <summary>The services of the server.</summary>
public sealed class ServiceDirectory
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Service> All { get; } = [new NickServ(), new ChanServ()];

    /// <summary>The service of that name, folded as nicknames are; null where there is none.</summary>
    public Service? Find(string name) =>
        Nickname.TryCreate(name, Nickname.DefaultMaxLength, out var nickname, out _)
            ? All.FirstOrDefault(service => service.Name == nickname)
            : null;

    /// <summary>The service that a command such as <c>NS</c> asks, in any case; null where none does.</summary>
    public Service? FindByAlias(string alias) =>
        All.FirstOrDefault(service => service.Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase));

    /// <summary>True when the nickname is a service's or could be taken for it.</summary>
    internal bool IsNamedLike(Nickname nickname) => All.Any(service => service.Name.ClashesWith(nickname));
}
