using CohortBot.Advisors;

namespace CohortBot.Tests.Advisors;

public sealed class CurriculumCardTests
{
    private const string Lab = "twelve-month-curriculum";

    private static readonly string[] Quarters = ["months_1_3", "months_4_6", "months_7_9", "months_10_12"];

    [Theory]
    [InlineData(
        "I am a nurse and would like to evaluate AI systems for hospitals, to make them safer.",
        "Three hours a week after night shifts. Nothing, I have no money for it.",
        "I have never written code. Alarms that nobody listens to any more.",
        "adjacent", "under-5", "nothing", "no-code")]
    [InlineData(
        "I finish my computer science degree and want to do research, with a paper of my own.",
        "About 15 hours a week. A few hundred euros.",
        "I know Python and wrote my thesis on graphs.",
        "research", "over-10", "hundreds", "some-code")]
    [InlineData(
        "I'm a product manager and want to become an AI product manager.",
        "6 hours a week, before work. My employer pays up to €3,000.",
        "I can write SQL. Customers complain that search never finds the form.",
        "engineering", "5-to-10", "thousands", "some-code")]
    [InlineData(
        "I want to build a chatbot, a tool that tenants in my town use.",
        "An hour a day, and $300.",
        "I am a backend developer with Django in production.",
        "applications", "5-to-10", "hundreds", "builds-software")]
    [InlineData(
        "I teach history and want to train colleagues to use AI well.",
        "No more than 5 hours a week, and it has to be free.",
        "No code. Essays that a machine wrote.",
        "adjacent", "under-5", "nothing", "no-code")]
    [InlineData(
        "Machine learning engineer, with models in production.",
        "I was laid off, so 20 hours a week. I can spend 2k.",
        "Excel and some Python, in a logistics firm.",
        "engineering", "over-10", "thousands", "some-code")]
    public async Task What_the_member_says_of_target_hours_money_and_start_is_heard(
        string target, string room, string start, string isTarget, string isHours, string isBudget, string isStart)
    {
        var card = await CardAsync(target, room, start);
        Assert.Equal([isTarget, isHours, isBudget, isStart], new[] { "target", "hours", "budget", "start" }.Select(field => Assert.Single(card.Find(field)!.Chosen!)));
        Assert.All(Quarters.Append("project"), field => Assert.False(card.Find(field)!.IsGuess));
    }

    [Fact]
    public async Task Every_quarter_names_a_source_a_milestone_and_a_pace_or_the_money()
    {
        var card = await CardAsync("I want to do research.", "4 hours a week and nothing to spend.", "Some Python.");
        Assert.All(Quarters, field => Assert.Contains("Learn from: ", card.Find(field)!.Value, StringComparison.Ordinal));
        Assert.All(Quarters, field => Assert.Contains("Milestone: ", card.Find(field)!.Value, StringComparison.Ordinal));
        Assert.StartsWith("Skip every introduction to Python", card.Find("months_1_3")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("not further.", card.Find("months_1_3")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_combinations_of_target_hours_and_money_make_the_same_year()
    {
        var shape = Conversation.In(Lab).Lab.Card;
        var choices = new[] { "target", "hours", "budget" }.Select(id => shape.Fields.Single(field => field.Id == id).Options.Select(option => option.Id).ToList()).ToList();
        var plans = (from target in choices[0]
                     from hours in choices[1]
                     from budget in choices[2]
                     select string.Join('\n', Quarters.SelectMany(id => shape.Fields.Single(field => field.Id == id).SaysFor([target, hours, budget, "some-code"])))).ToList();
        Assert.Equal(36, plans.Distinct().Count());
    }

    [Fact]
    public async Task Money_that_nobody_spoke_of_is_a_guess_and_so_is_what_hangs_on_it()
    {
        var card = await CardAsync("I want to do research.", "Four hours a week.", "I know Python.");
        Assert.True(card.Find("budget")!.IsGuess);
        Assert.True(card.Find("months_1_3")!.IsGuess);
        Assert.False(card.Find("project")!.IsGuess);
    }

    private static async Task<Card> CardAsync(params string[] says) => await (await Conversation.In(Lab).SayAllAsync(says)).CardAsync();
}
