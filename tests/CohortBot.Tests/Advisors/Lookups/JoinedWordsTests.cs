using CohortBot.Advisors.Lookups;
using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Advisors.Lookups;

public sealed class JoinedWordsTests
{
    [Fact]
    public void One_round_streams_as_it_comes()
    {
        var words = new JoinedWords();
        Assert.Equal("You ", words.Add("You "));
        Assert.Equal("said.", words.Add("said."));
        words.Close();
        Assert.Equal("You said.", words.Before);
    }

    [Fact]
    public void A_second_round_follows_after_a_gap() => Assert.Equal("Let me look.\n\nThey earn.", Show(["Let me look."], ["They ", "earn."]));

    [Theory]
    [InlineData("Let me look. They earn.")]
    [InlineData("Let me look.\n\nThey earn.")]
    public void A_round_that_begins_with_the_same_words_is_shown_from_where_it_is_new(string second) =>
        Assert.Equal("Let me look.\n\nThey earn.", Show(["Let me look."], [second[..5], second[5..14], second[14..]]));

    [Fact]
    public void A_round_that_only_repeats_adds_nothing() => Assert.Equal("Let me look.", Show(["Let me look."], ["Let me ", "look."]));

    [Fact]
    public void A_round_that_begins_alike_and_goes_on_otherwise_is_shown_whole() => Assert.Equal("Let me look.\n\nLet us go.", Show(["Let me look."], ["Let ", "us go."]));

    [Fact]
    public void A_round_that_begins_anew_forgets_only_itself()
    {
        var words = new JoinedWords();
        words.Add("Let me look.");
        words.Close();
        words.Add("They e");
        words.Restart();
        Assert.Equal("Let me look.", words.Before);
        Assert.Equal("\n\nThey earn.", words.Add("They earn."));
    }

    [Fact]
    public void However_it_is_cut_into_pieces_the_text_is_the_same() => Check.One(Cases.Config, Prop.ForAll<NonNull<string>, NonNull<string>, PositiveInt>((first, second, size) =>
    {
        var whole = Show([first.Get], [second.Get]);
        var pieces = second.Get.Chunk(size.Get).Select(piece => new string(piece)).ToArray();
        return Show([first.Get], pieces) == whole;
    }));

    private static string Show(string[] first, string[] second)
    {
        var words = new JoinedWords();
        var shown = string.Concat(first.Select(words.Add));
        words.Close();
        shown += string.Concat(second.Select(words.Add));
        words.Close();
        Assert.Equal(shown, words.Before);
        return shown;
    }
}
