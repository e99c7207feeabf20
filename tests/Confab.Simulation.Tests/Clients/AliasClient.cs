using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>The client of the alias door: gives an alias when asked, puts it before all it says, and uses commands.</summary>
internal sealed class AliasClient(SimulatedWorld world, int index) : UnframedClient(world, index, "alias")
{
    private string _alias = string.Empty;

    protected override void Greet()
    {
        base.Greet();
        _alias = NewNickname();
        Visit!.IsSignedOn = false;
        Visit.Nickname = _alias;
        Send(_alias);
    }

    protected override void Quit() => Send($"{_alias}: /quit");

    protected override void Think()
    {
        switch (Random.Next(12))
        {
            case 0:
                Send($"{_alias}: /users");
                break;
            case 1 when MakeUpWhisper(manyLines: false) is { } whisper:
                Send($"{_alias}: /dm {whisper.Nickname} {whisper.Text}");
                break;
            case 2:
                Send($"{_alias}: /help");
                break;
            case 3 when Random.Next(4) == 0:
                Leave();
                break;
            default:
                var prefix = Random.Next(2) == 0 ? $"{_alias}: " : string.Empty;
                var command = Random.Next(2) == 0 ? "/BM " : string.Empty;
                Send($"{prefix}{command}{MakeUp(manyLines: false).Text}");
                break;
        }
    }

    protected override void Chatter(string text)
    {
        Visit!.IsSignedOn |= text.Contains("Connected to server!", StringComparison.Ordinal);
        base.Chatter(text);
    }
}
