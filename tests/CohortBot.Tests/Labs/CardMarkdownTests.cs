using CohortBot.Advisors;
using CohortBot.Courses;
using CohortBot.Labs;
using CohortBot.Texts;

namespace CohortBot.Tests.Labs;

public sealed class CardMarkdownTests
{
    private static readonly Wording English = new TextCatalogue().In(Locale.English);

    [Theory]
    [InlineData('\\')]
    [InlineData('*')]
    [InlineData('_')]
    [InlineData('`')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('#')]
    [InlineData('|')]
    public void What_a_member_wrote_is_never_markup(char sign) =>
        Assert.Contains($":** a\\{sign}b\n", Write(Entry with { Value = $"a{sign}b" }), StringComparison.Ordinal);

    [Fact]
    public void An_entry_shows_its_guess_its_reason_and_the_words_behind_it_each_apart_and_on_one_line()
    {
        var text = Write(Entry with { Value = "Builds\nthings", IsGuess = true, Because = "It fits.", Quote = "I build." });

        Assert.StartsWith("## Card\n\n**Layer:** Builds things *(", text, StringComparison.Ordinal);
        Assert.EndsWith(")*\n\nIt fits.\n\n> I build.\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_the_value_itself_is_not_shown_twice() =>
        Assert.Equal("## Card\n\n**Layer:** I build.\n\n", Write(Entry with { Value = "I build.", Quote = "I build." }));

    private static CardEntry Entry => new() { Id = "layer", Label = "Layer", Value = "" };

    [Fact]
    public void What_is_said_of_several_options_is_a_list()
    {
        Assert.StartsWith("## Card\n\n**Layer:** *(", Write(Entry with { Value = "\nOne: a*b\nTwo: c", IsGuess = true }), StringComparison.Ordinal);
        Assert.EndsWith("\n\n- One: a\\*b\n- Two: c\n\n", Write(Entry with { Value = "\nOne: a*b\nTwo: c", IsGuess = true }), StringComparison.Ordinal);
    }

    private static string Write(CardEntry entry) => CardMarkdown.Write(new Card(new LabId("fit"), "Card", [entry]), level: 2, English);
}
