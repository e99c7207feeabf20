using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Services;

/// <summary>
/// One question to a service and its answer: the words become a request, its reply becomes notices. The request may have to wait for a look-up in
/// between.
/// </summary>
internal sealed class ServiceTurn(Service service, string text)
{
    private ServiceCommand? _command;
    private ServiceStep? _step;

    /// <summary>Begins; false where a look-up must come back first, and <see cref="Resume"/> then goes on.</summary>
    public bool Begin(ChatState state, Asker asker, Decision decision)
    {
        var line = text.Replace('\n', ' ').Trim();
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = space < 0 ? (line, string.Empty) : (line[..space], line[(space + 1)..]);
        if (name.Equals("HELP", StringComparison.OrdinalIgnoreCase))
        {
            Tell(service.Help(rest.Trim()), asker, decision);
            return true;
        }

        _command = service.Find(name);
        if (_command is null)
        {
            Tell([$"{service.Name.Text} does not understand that. Say HELP to see what it does."], asker, decision);
            return true;
        }

        _step = _command.Read(new ServiceWords(state, asker, decision, rest));
        if (_step?.Request is null)
        {
            Tell(_step?.Lines ?? [$"Usage: {_command.Name} {_command.Usage}".TrimEnd()], asker, decision);
            return true;
        }

        _step.Request.Decide(state, asker, decision);
        return End(asker, decision);
    }

    /// <summary>Goes on with what was looked up; false where one more look-up must come back.</summary>
    public bool Resume(ChatState state, Asker asker, LookupResult result, Decision decision)
    {
        if (_step?.Request is IResumable resumable)
        {
            resumable.Resume(state, asker, result, decision);
        }

        return End(asker, decision);
    }

    private bool End(Asker asker, Decision decision)
    {
        switch (decision.TakeReply())
        {
            case null when decision.Lookup is not null:
                return false;
            case null:
                Tell(_command!.Show(Done.Instance), asker, decision);
                break;
            case Refused refused:
                Tell([refused.Text], asker, decision);
                break;
            case var reply:
                Tell(_command!.Show(reply), asker, decision);
                break;
        }

        return true;
    }

    private void Tell(IEnumerable<string> lines, Asker asker, Decision decision)
    {
        foreach (var line in lines)
        {
            if (MessageText.TryCreate(line, int.MaxValue, out var clean, out _))
            {
                decision.Happened(new PrivateMessagePosted(
                    service.Participant, asker.Participant, decision.NewId(), decision.Now, MessageKind.Notice, clean)
                {
                    MayBeRemembered = false,
                });
            }
        }
    }
}
