using CohortBot.Tests.Advisors;

namespace CohortBot.Tests.Courses;

/// <summary>The lab on the research track as people of different work live through it.</summary>
public sealed class ResearchTrackTests
{
    private const string Lab = "explore-research-track";

    private static readonly string[] Nurse =
    [
        "I'm an intensive care nurse and would like to find out whether a chatbot notices that a dose is wrong.",
        "I wrote the sepsis checklist for our ward after counting delays before and after; 40 nurses use it. It was never published.",
        "The field week, with the ethics form and all.",
        "A part-time master's maybe. A doctorate sounds too far.",
        "Five hours a week, nights mostly. My income must stay safe.",
    ];

    private static readonly string[] Graduate =
    [
        "I would like to find out why language models make things up. I met it in a course of my computer science degree.",
        "My bachelor's thesis: I fine-tuned a small Llama and measured how often it invents citations. My supervisor would write for me.",
        "The scientist's week. I like reading and I don't mind failing.",
        "Yes, I would take several years for it.",
        "Nothing is fixed, and I would move abroad.",
    ];

    private static readonly string[] Developer =
    [
        "I'm a backend developer and would like to find out why two training runs with the same seed differ.",
        "I built the load-test harness that five teams trust.",
        "The engineer's week.",
        "No doctorate for me.",
        "Eight hours a week, remote only.",
    ];

    private static readonly string[] Analyst =
    [
        "I'm a data analyst and would like to find out whether our churn forecast predicts anything.",
        "A regression that showed the campaign had no effect. I held out a region as control.",
        "Measuring what the system does to real customers.",
        "I can't take a pay cut.",
        "Six hours a week.",
    ];

    private static readonly string[] Manager =
    [
        "I'm a product manager and wonder when users should trust an answer.",
        "I ran a test of confidence labels.",
        "The neighbour's week. I want to decide what gets built, the others are too slow for me.",
        "No, we have a mortgage.",
        "Four hours on Sundays.",
    ];

    private static readonly string[] Parent =
    [
        "I'm home with two kids and curious why chatbots sound so sure.",
        "Nothing yet. I kept a list of complaints once and sorted them.",
        "The scientist's week sounds nice but I don't know if I can do that.",
        "Not in the next three years. A route without one.",
        "Five hours, after eight in the evening.",
    ];

    private static readonly string[] Physicist =
    [
        "I'm a postdoc in physics and would like to understand why such large networks generalise at all.",
        "Two first-author papers in Physical Review Letters; one has code.",
        "The scientist's week, definitely.",
        "I would bring physics to it.",
        "My contract ends next year and I need a visa.",
    ];

    public static TheoryData<string[], string, string, string, string> People => new()
    {
        { Nurse, "field", "health", "practice", "income" },
        { Graduate, "phd", "inside", "thesis", "place" },
        { Developer, "engineer", "systems", "code", "place" },
        { Analyst, "data", "numbers", "analysis", "income" },
        { Manager, "neighbour", "people", "analysis", "income" },
        { Parent, "trial", "inside", "practice", "family" },
        { Physicist, "scientist", "inside", "papers", "place" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Each_leaves_with_a_decision_and_three_open_questions_of_their_own(string[] words, string decision, string problem, string proof, string price)
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(words)).CardAsync();
        Assert.Equal([decision], card.Find("decision")!.Chosen);
        Assert.Equal([problem], card.Find("problem")!.Chosen);
        Assert.Equal([proof], card.Find("proof")!.Chosen);
        Assert.Equal([price], card.Find("price")!.Chosen);
        Assert.All(card.Entries.Where(entry => entry.Id.StartsWith("open_", StringComparison.Ordinal)), entry => Assert.EndsWith("?", entry.Value, StringComparison.Ordinal));
        Assert.False(card.Find("decision")!.IsGuess);
    }

    [Fact]
    public async Task After_three_answers_the_decision_stands_and_what_was_not_talked_about_is_called_a_guess()
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(Nurse[..3])).CardAsync();
        Assert.Equal(["field"], card.Find("decision")!.Chosen);
        Assert.True(card.Find("open_price")!.IsGuess);
    }

    [Fact]
    public async Task People_of_different_work_are_asked_differently()
    {
        var second = new List<string>();
        foreach (var words in new[] { Nurse, Graduate, Developer, Analyst, Manager, Parent, Physicist })
            second.Add((await Conversation.In(Lab).SayAllAsync(words[0])).Answers[0].Split("\n\n")[^1]);
        Assert.Equal(second.Count, second.Distinct().Count());
    }
}
