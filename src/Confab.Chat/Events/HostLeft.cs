using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>
/// The front half of what programs are shown that do not understand <see cref="HostChanged"/>: somebody with the old host leaves;
/// <see cref="MemberReturned"/> follows for each room. Those whose own host it is do not hear it.
/// </summary>
/// <param name="Before">As it was shown until now.</param>
public sealed record HostLeft(Participant Before, IReadOnlyList<RoomName> Rooms) : UserEvent(Before, Rooms)
{
    public override bool ForOthersOnly => true;
}
