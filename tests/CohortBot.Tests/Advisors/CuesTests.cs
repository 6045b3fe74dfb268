using CohortBot.Advisors.Cards;

namespace CohortBot.Tests.Advisors;

public sealed class CuesTests
{
    [Theory]
    [InlineData("I trained a pharmacist.", "pharmac", true)]
    [InlineData("We use PYTHON daily", "python", true)]
    [InlineData("I don’t code", "don't code", true)]
    [InlineData("A nonresearch job", "research", false)]
    [InlineData("I have been here 15 years", "5 years", false)]
    [InlineData("She is an excellent speaker", "excel", false)]
    [InlineData("I read it on the internet", "intern", false)]
    [InlineData("I excel sheets together in Excel", "excel", true)]
    public void A_cue_is_found_where_a_word_begins_with_it(string sentence, string cue, bool isThere) =>
        Assert.Equal(isThere, Cues.In(sentence, [cue]).Any());

    [Theory]
    [InlineData("I have never used Python", true)]
    [InlineData("I have no experience with pandas, SQL or Python", true)]
    [InlineData("Python is not my thing", true)]
    [InlineData("Python: never", true)]
    [InlineData("Ich habe nie Python geschrieben", true)]
    [InlineData("I could not sleep, I wrote Python instead", false)]
    [InlineData("I never liked school but I write Python daily", false)]
    [InlineData("Not only Python but also R", false)]
    [InlineData("I use Python, no problem", false)]
    public void A_denied_cue_is_known_as_denied(string sentence, bool isDenied) =>
        Assert.Equal(isDenied, Assert.Single(Cues.In(sentence, ["python"])).IsNegated);

    [Fact]
    public void A_cue_that_is_itself_a_denial_is_meant_as_it_stands() =>
        Assert.False(Assert.Single(Cues.In("I can't code at all", ["can't code"])).IsNegated);

    [Theory]
    [InlineData("I want to learn Python", true)]
    [InlineData("I'd like to write Python", true)]
    [InlineData("I learned Python and wrote a parser", false)]
    [InlineData("I want to move, because I write Python all day", false)]
    public void A_wish_is_no_deed(string sentence, bool isWish) =>
        Assert.Equal(isWish, Assert.Single(Cues.In(sentence, ["python"])).IsWish);
}
