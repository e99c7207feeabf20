using System.Text.RegularExpressions;

namespace Confab.Irc.Tests.Isupport;

public sealed partial class TokenTests
{
    // RPL_ISUPPORT (005): 1 to 13 tokens, the closing text, at most 15 parameters
    [Fact]
    public async Task A_line_has_one_to_thirteen_tokens_and_a_text()
    {
        Assert.All((await BurstAsync()).All("005"), line =>
        {
            Assert.InRange(line.Parameters.Count, 3, 15);
            Assert.Equal("are supported by this server", line.Last);
        });
    }

    // RPL_ISUPPORT (005): the grammar of a token
    [Fact]
    public async Task Every_token_is_well_formed()
    {
        var tokens = (await BurstAsync()).All("005").SelectMany(line => line.Parameters.Skip(1).SkipLast(1));

        Assert.All(tokens, token => Assert.Matches(Token(), token));
    }

    // RPL_ISUPPORT (005): no parameter twice
    [Fact]
    public async Task No_token_is_announced_twice()
    {
        var names = (await BurstAsync()).All("005").SelectMany(line => line.Parameters.Skip(1).SkipLast(1)).Select(token => token.Split('=')[0]).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    // RPL_ISUPPORT parameters: those that this server has something to say about
    [Theory]
    [InlineData("AWAYLEN")]
    [InlineData("CASEMAPPING")]
    [InlineData("CHANLIMIT")]
    [InlineData("CHANMODES")]
    [InlineData("CHANNELLEN")]
    [InlineData("CHANTYPES")]
    [InlineData("ELIST")]
    [InlineData("EXCEPTS")]
    [InlineData("EXTBAN")]
    [InlineData("INVEX")]
    [InlineData("KICKLEN")]
    [InlineData("MAXLIST")]
    [InlineData("MODES")]
    [InlineData("NETWORK")]
    [InlineData("NICKLEN")]
    [InlineData("PREFIX")]
    [InlineData("SAFELIST")]
    [InlineData("STATUSMSG")]
    [InlineData("TARGMAX")]
    [InlineData("TOPICLEN")]
    [InlineData("USERLEN")]
    [InlineData("BOT")]
    [InlineData("MONITOR")]
    [InlineData("UTF8ONLY")]
    [InlineData("WHOX")]
    [InlineData("ACCOUNTEXTBAN")]
    public async Task A_token_is_there(string name)
    {
        Assert.Contains(name, (await TokensAsync()).All.Keys);
    }

    // RPL_ISUPPORT parameters: these MUST be positive integers
    [Theory]
    [InlineData("AWAYLEN")]
    [InlineData("CHANNELLEN")]
    [InlineData("KICKLEN")]
    [InlineData("NICKLEN")]
    [InlineData("TOPICLEN")]
    [InlineData("USERLEN")]
    public async Task A_length_is_a_positive_number(string name)
    {
        Assert.InRange((await TokensAsync()).Number(name), 1, int.MaxValue);
    }

    // CHANMODES parameter: the four types
    [Fact]
    public async Task Channel_modes_have_their_types()
    {
        var types = (await TokensAsync())["CHANMODES"].Split(',');

        Assert.Equal(4, types.Length);
        Assert.All("beI", mode => Assert.Contains(mode, types[0]));
        Assert.All("k", mode => Assert.Contains(mode, types[1]));
        Assert.All("lf", mode => Assert.Contains(mode, types[1] + types[2]));
        Assert.Contains('l', types[2]);
        Assert.All("imnstCMRu", mode => Assert.Contains(mode, types[3]));
    }

    // CHANMODES parameter: nothing that PREFIX has, and nothing twice
    [Fact]
    public async Task Channel_modes_and_prefix_modes_are_different_letters()
    {
        var tokens = await TokensAsync();
        var modes = tokens["CHANMODES"].Replace(",", "", StringComparison.Ordinal);

        Assert.Equal(modes.Length, modes.Distinct().Count());
        Assert.Empty(modes.Intersect(tokens["PREFIX"]));
    }

    // PREFIX parameter; Channel Membership Prefixes
    [Fact]
    public async Task Prefixes_go_from_founder_to_voice()
    {
        Assert.Equal("(qaohv)~&@%+", (await TokensAsync())["PREFIX"]);
    }

    // STATUSMSG parameter: prefixes of PREFIX
    [Fact]
    public async Task Statusmsg_has_the_prefixes()
    {
        Assert.Equal("~&@%+", (await TokensAsync())["STATUSMSG"]);
    }

    // CHANTYPES, CASEMAPPING, NETWORK parameters
    [Fact]
    public async Task Simple_values_are_true()
    {
        var tokens = await TokensAsync();

        Assert.Equal("#", tokens["CHANTYPES"]);
        Assert.Equal("ascii", tokens["CASEMAPPING"]);
        Assert.Equal(IrcServer.Network, tokens["NETWORK"]);
        Assert.Equal("B", tokens["BOT"]);
    }

    // ELIST parameter: letters without regard to case
    [Fact]
    public async Task Elist_has_all_five_searches()
    {
        Assert.Equal("CMNTU", string.Concat((await TokensAsync())["ELIST"].ToUpperInvariant().Order()));
    }

    // EXCEPTS and INVEX parameters: without a value it is the usual letter
    [Fact]
    public async Task Exceptions_have_their_usual_letters()
    {
        var tokens = await TokensAsync();

        Assert.Contains(tokens.All["EXCEPTS"], new[] { null, "e" });
        Assert.Contains(tokens.All["INVEX"], new[] { null, "I" });
    }

    // EXTBAN parameter; account-extban
    [Fact]
    public async Task Extended_bans_have_prefix_and_letters_and_the_account_type_is_named()
    {
        var tokens = await TokensAsync();
        var parts = tokens["EXTBAN"].Split(',');

        Assert.Equal(2, parts.Length);
        Assert.Contains(parts[0], new[] { "~", "" });
        Assert.Contains('a', parts[1]);
        Assert.Contains('m', parts[1]);
        Assert.Contains("a", tokens["ACCOUNTEXTBAN"].Split(','));
    }

    // MAXLIST parameter: pairs of list modes and limits
    [Fact]
    public async Task Maxlist_covers_the_list_modes()
    {
        var pairs = (await TokensAsync())["MAXLIST"].Split(',').Select(pair => pair.Split(':')).ToList();

        Assert.Equal("Ibe", string.Concat(pairs.SelectMany(pair => pair[0]).Order()));
        Assert.All(pairs, pair => Assert.InRange(int.Parse(pair[1]), 1, int.MaxValue));
    }

    // CHANLIMIT parameter: pairs of prefixes and limits
    [Fact]
    public async Task Chanlimit_is_a_pair_of_prefix_and_limit()
    {
        Assert.Matches("^#:[0-9]*$", (await TokensAsync())["CHANLIMIT"]);
    }

    // TARGMAX parameter: pairs of command and optional limit
    [Fact]
    public async Task Targmax_names_commands_and_limits()
    {
        var pairs = (await TokensAsync())["TARGMAX"].Split(',');

        Assert.All(pairs, pair => Assert.Matches("^[A-Z]+:([1-9][0-9]*)?$", pair));
        Assert.Contains(pairs, pair => pair.StartsWith("PRIVMSG:", StringComparison.Ordinal));
        Assert.Contains(pairs, pair => pair.StartsWith("NOTICE:", StringComparison.Ordinal));
        Assert.Contains(pairs, pair => pair.StartsWith("JOIN:", StringComparison.Ordinal));
        Assert.Contains(pairs, pair => pair.StartsWith("KICK:", StringComparison.Ordinal));
    }

    // SAFELIST, WHOX, UTF8ONLY: never with a value
    [Theory]
    [InlineData("SAFELIST")]
    [InlineData("WHOX")]
    [InlineData("UTF8ONLY")]
    public async Task A_flag_has_no_value(string name)
    {
        Assert.Null((await TokensAsync()).All[name]);
    }

    // NETWORK parameter: a space is escaped
    [Fact]
    public async Task A_space_in_the_network_name_is_escaped()
    {
        await using var server = await IrcServer.StartAsync(("irc.networkName", "Tea House"));
        var client = await server.ConnectAsync();

        Assert.Equal("Tea\\x20House", Tokens.Of(await client.RegisterAsync("alice"))["NETWORK"]);
    }

    [GeneratedRegex(@"^[A-Z0-9]{1,20}(=[!-<>-~]*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    private static async Task<Replies> BurstAsync()
    {
        await using var server = await IrcServer.StartAsync();
        return await (await server.ConnectAsync()).RegisterAsync("alice");
    }

    private static async Task<Tokens> TokensAsync() => Tokens.Of(await BurstAsync());
}
