using CohortBot.Commands;

namespace CohortBot.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void Words_pairs_and_quotes_are_told_apart()
    {
        var pieces = CommandLine.Read("/cohort create name:\"AI careers, spring\" plan:\"mon,thu 09:00\" 09:30").Pieces;
        Assert.Equal(
            [new(null, "cohort"), new(null, "create"), new("name", "AI careers, spring"), new("plan", "mon,thu 09:00"), new(null, "09:30")],
            pieces);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("two words")]
    [InlineData("a \"quoted\" word")]
    [InlineData("back\\slash")]
    [InlineData("09:00")]
    [InlineData("")]
    public void What_is_quoted_is_read_back(string value)
    {
        var piece = Assert.Single(CommandLine.Read($"name:{CommandLine.Quote(value)}").Pieces);
        Assert.Equal(value, piece.Value);
    }

    [Fact]
    public void An_open_quote_reaches_to_the_end() =>
        Assert.Equal("never closed", Assert.Single(CommandLine.Read("\"never closed").Pieces).Value);

    [Theory]
    [InlineData("coohrt", "cohort")]
    [InlineData("leson", "lesson")]
    [InlineData("xyz", null)]
    public void A_mistyped_word_is_guessed_only_when_it_is_near(string typed, string? expected) =>
        Assert.Equal(expected, CommandCatalogue.Nearest(typed, ["cohort", "lesson", "lab"]));
}
