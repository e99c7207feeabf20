using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Unframed;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;

namespace Confab.Dialects.Alias;

/// <summary>One session of the <c>alias</c> dialect.</summary>
internal sealed class AliasSession(DialectOptions options) : UnframedSession(options, AliasForm.Historic, AliasForm.InLines)
{
    /// <summary>The question for the alias. The clients answer it wherever it comes alone, so nobody may be called that.</summary>
    private const string Question = "NICK";
    private const string Connected = "Connected to server!";
    private const string Unknown = "The client you are trying to chat with is not in the server";
    private const string Goodbye = "Server is shutting down. Goodbye!";

    private static readonly string _help = string.Join('\n', AliasCommand.All.Select(command => $"{command.Usage} - {command.Help}"));

    // What the client believes to be its name: it puts that in front of all it says. Part of the reading half.
    private string? _alias;

    public override bool AwaitsSignOn => _alias is null;

    protected override bool WantsEmpty => _alias is null;

    private AliasForm AliasForm => (AliasForm)Current;

    // Nothing is added on the wire for a client that never answered: only its connection ends.
    public override void GiveUp(Refused refusal) => Engine.Submit(new SignOff(Reason: null));

    protected override void Started()
    {
    }

    protected override void Said(string message)
    {
        if (_alias is null)
        {
            _alias = message;
            Engine.Submit(new SignOn(IsQuestion(message) ? $"{Question}_" : message.Trim(), Presence.Announced, AcceptOther: true, Options.Room), tag: message);
            return;
        }

        var text = WithoutPrefix(message);
        if (text.StartsWith('/'))
        {
            Command(text);
        }
        else if (text.Length > 0)
        {
            Engine.Submit(new Post(Options.Room, text));
        }
    }

    protected override void ShowAnswer(in Answer answer, SessionWriter writer)
    {
        switch (answer.Reply)
        {
            case Opened:
                Current.Tell(Question, writer.Buffer, alone: true);
                break;
            case SignedOnAs on:
                if (answer.Tag is string wanted && wanted != on.Who.Nickname.Text)
                {
                    Tell($"That alias is in use or not possible here. You are {AliasForm.Name(on.Who)}.", writer);
                }

                Current.Tell(Connected, writer.Buffer);
                break;
            case MembersListed listed:
                Tell(string.Join(',', listed.Members.Select(member => AliasForm.Name(member.Who))), writer);
                break;
            case Done when answer.Request is AliasNote note:
                Tell(note.Text, writer);
                break;
        }
    }

    protected override void Complain(Refused refused, SessionWriter writer) =>
        Tell(refused.Code == RefusalCode.RecipientUnknown ? Unknown : refused.Text, writer);

    protected override void Stop(SessionWriter writer) => Current.Tell(Goodbye, writer.Buffer, alone: true);

    private void Tell(string text, SessionWriter writer) => Current.Tell(AliasForm.Bearable(text), writer.Buffer);

    // Also with signs around it, which a nickname would lose.
    private static bool IsQuestion(string alias) =>
        string.Concat(alias.Where(char.IsLetterOrDigit)).Equals(Question, StringComparison.OrdinalIgnoreCase);

    // The client writes `tom: ` in front of every line. It is stripped and never believed: the connection says who speaks.
    private string WithoutPrefix(string message)
    {
        var prefix = $"{_alias}: ";
        return message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
    }

    private void Command(string text)
    {
        var word = text.AsSpan(1);
        var space = word.IndexOf(' ');
        var rest = space < 0 ? string.Empty : word[(space + 1)..].Trim(' ').ToString();
        var command = AliasCommand.Find(space < 0 ? word : word[..space]);
        if (command == AliasCommand.Users)
        {
            Engine.Submit(new ListMembers(Options.Room));
        }
        else if (command == AliasCommand.Quit)
        {
            Engine.Submit(new SignOff(Reason: null));
        }
        else if (command == AliasCommand.ListCommands)
        {
            Engine.Submit(new AliasNote(_help));
        }
        else if (command == AliasCommand.Broadcast && rest.Length > 0)
        {
            Engine.Submit(new Post(Options.Room, rest));
        }
        else if (command == AliasCommand.Direct && rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end)
        {
            Engine.Submit(new AliasMessage(rest[..end], rest[(end + 1)..].TrimStart(' ')));
        }
        else
        {
            Engine.Submit(new AliasNote(command is null
                ? "Unknown command. /help lists the commands."
                : $"Usage: {command.Usage}"));
        }
    }
}
