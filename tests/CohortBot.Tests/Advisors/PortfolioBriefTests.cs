using CohortBot.Advisors;

namespace CohortBot.Tests.Advisors;

/// <summary>The brief that a member keeps from the lab on a portfolio project, made without a model.</summary>
public sealed class PortfolioBriefTests
{
    private static readonly string[] Nurse =
    [
        "I'm a charge nurse on a surgical ward. Every week a patient gets worse at 4 am and we see it too late.",
        "Checking whether clinical systems are safe. Maybe five hours a week.",
        "Respiratory rate is often copied from the last round.",
    ];

    private static readonly string[] Graduate =
    [
        "I just finished my computer science degree. In my small open-source library people open the same issue again and again.",
        "ML engineer, something with pipelines. 15 hours a week.",
        "About 900 issues. Stack traces would fool a program.",
    ];

    private static readonly string[] Manager =
    [
        "Product manager for a payroll tool. Every Monday I read 200 support tickets to find what is new.",
        "AI product manager. 4 hours on Sundays.",
        "People complain about the wrong feature.",
    ];

    private static readonly string[] Parent =
    [
        "I'm at home with a toddler. Our electricity bill jumps and I never know which appliance it was.",
        "Something that people use, an app perhaps. No more than 3 hours a week.",
        "I can read the meter every evening.",
    ];

    [Fact]
    public async Task Three_answers_fill_a_brief_that_leaves_nothing_open_and_guesses_nothing()
    {
        foreach (var member in new[] { Nurse, Graduate, Manager, Parent })
            Assert.All((await Brief(member)).Entries, entry => Assert.False(entry.IsGuess, $"{member[0]} {entry.Label}: {entry.Value}"));
    }

    [Fact]
    public async Task Field_part_and_hours_each_change_the_brief()
    {
        var (nurse, graduate, manager, parent) = (await Brief(Nurse), await Brief(Graduate), await Brief(Manager), await Brief(Parent));
        Assert.Equal(["health", "software", "customers", "home"], new[] { nurse, graduate, manager, parent }.Select(card => Chosen(card, "field")));
        Assert.Equal(["adjacent", "engineering", "product", "applications"], new[] { nurse, graduate, manager, parent }.Select(card => Chosen(card, "part")));
        Assert.Equal(["some", "many", "few", "few"], new[] { nurse, graduate, manager, parent }.Select(card => Chosen(card, "hours")));
        Assert.Contains("MIMIC-IV", Value(nurse, "data"), StringComparison.Ordinal);
        Assert.Contains("existing systems", Value(nurse, "problem"), StringComparison.Ordinal);
        Assert.Contains("container", Value(graduate, "pipeline"), StringComparison.Ordinal);
        Assert.StartsWith("16 weeks", Value(manager, "plan"), StringComparison.Ordinal);
        Assert.StartsWith("8 weeks", Value(graduate, "plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_has_its_own_data_and_its_own_baseline()
    {
        var talk = Conversation.In("portfolio-project");
        var fields = talk.Lab.Card.Fields;
        var options = fields.Single(field => field.Id == "field").Options.Select(option => option.Id).ToList();
        foreach (var id in new[] { "problem", "data", "model" })
        {
            var says = fields.Single(field => field.Id == id).Says;
            Assert.Equal(options.Count, options.Select(option => says[option]).Distinct(StringComparer.Ordinal).Count());
        }

        await talk.SayAllAsync(Nurse);
        Assert.Contains("MIMIC-IV", talk.Answers[1], StringComparison.Ordinal);
    }

    private static async Task<Card> Brief(string[] words) => await (await Conversation.In("portfolio-project").SayAllAsync(words)).CardAsync();

    private static string Chosen(Card card, string field) => card.Entries.Single(entry => entry.Id == field).Chosen!.Single();

    private static string Value(Card card, string field) => card.Entries.Single(entry => entry.Id == field).Value;
}
