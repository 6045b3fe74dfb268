using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Labs;
using CohortBot.Tests.Advisors;
using CohortBot.Texts;

namespace CohortBot.Tests.Labs;

/// <summary>What members write over in the cards of shipped labs: a choice is read as it is meant, and what they wrote outlives a remake.</summary>
public sealed class CardEditsTests
{
    private static readonly string[] Letter = ["Outreach. I am a nurse and would like to evaluate clinical AI.", "The triage team at our regional hospital.", "I checked 200 alarms by hand against the charts."];

    private readonly CardEdits _edits;

    public CardEditsTests()
    {
        var texts = new TextCatalogue();
        _edits = new CardEdits(new CardByRules(texts), texts);
    }

    [Fact]
    public async Task An_option_whose_name_lies_within_a_longer_one_is_not_chosen_with_it()
    {
        var talk = await Conversation.In("portfolio-project").SayAllAsync("I am a nurse.", "I have five hours a week.", "I do not know yet.");

        var card = Write(talk, await talk.CardAsync(), ("part", "Engineering and product (product side)"));

        Assert.Equal(["product"], card.Find("part")!.Chosen);
    }

    [Theory]
    [InlineData("interview")]
    [InlineData("I would rather practise an Interview")]
    public async Task A_branch_is_chosen_by_any_of_its_names(string written)
    {
        var talk = await Conversation.In("interview-or-outreach").SayAllAsync(Letter);

        var card = Write(talk, await talk.CardAsync(), ("track", written));

        Assert.Equal(["interview"], card.Find("track")!.Chosen);
        Assert.Null(card.Find("draft_1"));
        Assert.NotNull(card.Find("total"));
    }

    [Fact]
    public async Task Words_that_name_no_option_leave_everything_that_hangs_on_the_choice()
    {
        var talk = await Conversation.In("interview-or-outreach").SayAllAsync(Letter);

        var card = Write(talk, await talk.CardAsync(), ("track", "Both, one after another"));

        Assert.Equal("Both, one after another", card.Find("track")!.Value);
        Assert.NotNull(card.Find("draft_1"));
    }

    [Fact]
    public async Task What_was_written_in_another_branch_outlives_a_remake()
    {
        var talk = await Conversation.In("interview-or-outreach").SayAllAsync(Letter);
        var written = Write(talk, await talk.CardAsync(), ("track", "interview"));
        written = Write(talk, written, ("best", "My baseline."));

        var anew = _edits.Keep(talk.Now(""), written, await talk.CardAsync());

        Assert.Equal("My baseline.", anew.Find("best")!.Value);
        Assert.True(anew.Find("best")!.IsEdited);
    }

    [Fact]
    public async Task An_advice_of_the_model_stays_when_a_choice_is_written_over_that_it_does_not_hang_on()
    {
        var talk = await Conversation.In("interview-or-outreach").SayAllAsync(Letter);
        var card = await talk.CardAsync();
        card = card with { Entries = [.. card.Entries.Select(entry => entry.Id == "draft_1" ? entry with { Value = "In the model's words." } : entry)] };

        Assert.Equal("In the model's words.", Write(talk, card, ("target", "Research")).Find("draft_1")!.Value);
    }

    private Card Write(Conversation talk, Card card, (string Field, string Value) change) =>
        _edits.Apply(talk.Now(""), card, new Dictionary<string, string>(StringComparer.Ordinal) { [change.Field] = change.Value });
}
