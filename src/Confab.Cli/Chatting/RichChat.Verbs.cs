using Confab.Client;
using Confab.Client.Json;
using Confab.Protocols.Json;

namespace Confab.Cli.Chatting;

/// <summary>What the commands of <see cref="ChatVerbs"/> do.</summary>
internal sealed partial class RichChat
{
    private const int HistoryOnEntering = 20;
    private const int NamesShown = 30;
    private const int SearchResults = 20;

    public void Show(string line) => view.Show(line);

    public void Quit(string reason)
    {
        _quitReason = reason.Length == 0 ? null : reason;
        _isLeaving = true;
        if (isTerminal)
        {
            Hurry(_over);
        }
    }

    public Task SayAsync(string text, string kind) => view.Room.Length == 0
        ? throw new RefusedException(JsonErrors.NotMember, "You are in no room. /join #lobby to talk.")
        : client.SayAsync(view.Room, text, kind, _over.Token);

    public async Task TellAsync((string Nickname, string Text) what)
    {
        await client.TellAsync(what.Nickname, what.Text, _over.Token);
        view.Show($"(private to {what.Nickname}) {what.Text}");
    }

    public async Task RenameAsync(string nickname)
    {
        await client.RenameAsync(nickname, _over.Token);
        view.Show($"* You are now {client.Nickname}.");
    }

    public async Task JoinAsync(string name)
    {
        var entered = await client.JoinAsync(RoomArgument.WithSign(name), cancellationToken: _over.Token);
        view.Entered(entered.Room, showsPast: isTerminal);
        if (!isTerminal)
        {
            return;
        }

        try
        {
            await ShowPastAsync(entered);
        }
        finally
        {
            view.PastShown();
        }
    }

    public async Task PartAsync(string name, string reason)
    {
        var room = name.Length == 0 ? view.Room : name;
        await client.PartAsync(room, reason.Length == 0 ? null : reason, _over.Token);
        view.Left(room);
        view.Show($"* You left {room}.");
    }

    public async Task ListRoomsAsync()
    {
        foreach (var room in await client.ListRoomsAsync(_over.Token))
        {
            view.Show($"* {room.Room} ({room.Members}) {room.Topic}".TrimEnd());
        }
    }

    public async Task ListMembersAsync(string name)
    {
        var room = name.Length == 0 ? view.Room : RoomArgument.WithSign(name);
        foreach (var member in await client.ListMembersAsync(room, _over.Token))
        {
            var rank = member.Rank is null or "member" ? "" : $", {member.Rank}";
            view.Show($"* {member.Nick} ({member.Door}{rank})");
        }
    }

    public async Task TopicAsync(string text)
    {
        var room = view.Room;
        if (text.Length > 0)
        {
            await client.SetTopicAsync(room, text == "-" ? "" : text, _over.Token);
            return;
        }

        var found = (await client.ListRoomsAsync(_over.Token)).FirstOrDefault(listed => ChatView.IsSame(listed.Room, room));
        view.Show(string.IsNullOrEmpty(found?.Topic) ? $"* {room} has no topic." : $"* The topic of {room}: {found.Topic}");
    }

    public async Task ShowHistoryAsync(int count)
    {
        var (room, pages, before) = (view.Room, new Stack<IReadOnlyList<JsonEvent>>(), (long?)null);
        for (var more = true; more && count > 0;)
        {
            var page = await client.ReadHistoryAsync(room, before, limit: count, cancellationToken: _over.Token);
            pages.Push(page.Messages);
            count -= page.Messages.Count;
            more = page.More && page.Messages.Count > 0;
            before = page.Messages.Count > 0 ? page.Messages[0].Number : null;
        }

        view.Show(pages.SelectMany(page => page));
    }

    public async Task SearchAsync(string words)
    {
        var found = await client.SearchAsync(words, limit: SearchResults, cancellationToken: _over.Token);
        view.Show(found.Messages.Reverse());
        if (found.Messages.Count == 0)
        {
            view.Show($"* Nothing has all of: {words}");
        }
        else if (found.More)
        {
            view.Show($"* These are the newest {found.Messages.Count}; there are more.");
        }
    }

    public Task KickAsync((string Nickname, string Reason) whom) =>
        client.KickAsync(view.Room, whom.Nickname, whom.Reason.Length == 0 ? null : whom.Reason, _over.Token);

    private async Task ShowPastAsync(EnteredRoom entered)
    {
        var recent = await client.ReadHistoryAsync(
            entered.Room,
            before: entered.Last + 1,
            limit: HistoryOnEntering,
            cancellationToken: _over.Token);
        view.Show(recent.Messages);
        var members = await client.ListMembersAsync(entered.Room, _over.Token);
        foreach (var member in members)
        {
            view.Met(member.Nick);
        }

        var names = string.Join(", ", members.Take(NamesShown).Select(member => member.Nick));
        var others = members.Count > NamesShown ? $" and {members.Count - NamesShown} others" : "";
        view.Show($"* You are in {entered.Room}. Here: {names}{others}.");
        if (!string.IsNullOrEmpty(entered.Topic))
        {
            view.Show($"* The topic: {entered.Topic}");
        }
    }
}
