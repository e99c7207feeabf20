using Confab.Chat.Sessions;
using Confab.Chat.Tables;
using Xunit;

namespace Confab.Chat.Tests.Tables;

public sealed class KeyedSetTests
{
    [Fact]
    public void It_agrees_with_a_dictionary_whatever_is_done_to_both()
    {
        var random = new Random(20_26);
        var dictionary = new Dictionary<UserId, Seat>();
        var set = new KeyedSet<UserId, Seat>(seat => seat.User);
        for (var i = 0; i < 50_000; i++)
        {
            // Few keys, so that most are there at times and away at times; many removals, so that others have to move up.
            var seat = new Seat(new UserId(random.Next(-100, 300)), i);
            switch (random.Next(3))
            {
                case 0:
                    dictionary[seat.User] = seat;
                    set.Put(seat);
                    break;
                case 1:
                    dictionary.Remove(seat.User, out var removed);
                    Assert.Same(removed, set.Remove(seat.User));
                    break;
                default:
                    Assert.Same(dictionary.GetValueOrDefault(seat.User), set.Find(seat.User));
                    break;
            }

            Assert.Equal(dictionary.Count, set.Count);
        }

        Assert.Equal(dictionary.Values.OrderBy(seat => seat.Number), set.OrderBy(seat => seat.Number));
    }

    // As all text does that somebody has chosen to be alike.
    [Fact]
    public void Keys_that_lie_at_the_same_place_are_all_found()
    {
        var set = new KeyedSet<string, string>(text => text, new Alike());
        for (var i = 0; i < 100; i++)
        {
            set.Add($"{i}");
        }

        for (var i = 0; i < 100; i += 3)
        {
            Assert.Equal($"{i}", set.Remove($"{i}"));
        }

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(i % 3 == 0 ? null : $"{i}", set.Find($"{i}"));
        }
    }

    [Fact]
    public void A_comparer_says_which_keys_are_the_same()
    {
        var set = new KeyedSet<string, string>(text => text, StringComparer.OrdinalIgnoreCase) { "Tom" };

        Assert.Equal("Tom", set.Find("tOM"));
        set.Put("TOM");
        Assert.Equal("TOM", Assert.Single(set));
    }

    [Fact]
    public void The_same_key_is_not_added_twice()
    {
        var set = new KeyedSet<UserId, Seat>(seat => seat.User) { new(new UserId(7), 1) };

        var refused = Assert.Throws<ArgumentException>(() => set.Add(new Seat(new UserId(7), 2)));
        Assert.Contains("7", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(set).Number);
    }

    [Fact]
    public void An_empty_set_finds_nothing()
    {
        var set = new KeyedSet<UserId, Seat>(seat => seat.User);

        Assert.Null(set.Find(new UserId(1)));
        Assert.Null(set.Remove(new UserId(1)));
        Assert.Empty(set);
    }

    private sealed record Seat(UserId User, int Number);

    private sealed class Alike : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => 1;
    }
}
