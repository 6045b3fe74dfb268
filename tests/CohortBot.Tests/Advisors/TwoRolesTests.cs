using System.Text.Json.Nodes;
using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Labs;
using CohortBot.Texts;

namespace CohortBot.Tests.Advisors;

/// <summary>Cards that set chosen options side by side, as the lab that compares two roles keeps one.</summary>
public sealed class TwoRolesTests
{
    private const string Lab = "compare-two-roles";

    private static readonly string[] Student =
    [
        "MLOps engineer or ML engineer. I just graduated in computer science.",
        "I trained a small network in PyTorch and deployed a Flask app with Docker. I want to learn SQL.",
        "ML engineer rather than MLOps engineer, because I would miss the modelling.",
    ];

    [Theory]
    [InlineData("ML engineer or AI product manager. I build dashboards with SQL and Excel, statistics and forecasts.", "ml-engineer", "ai-product-manager")]
    [InlineData("AI PM vs data scientist; I am a backend developer with Docker, Kubernetes and Java.", "ai-product-manager", "data-scientist")]
    [InlineData("I am not drawn to MLOps. NLP engineer, and perhaps computer vision.", "nlp-engineer", "vision-engineer")]
    public async Task Roles_that_are_named_stand_in_that_order_whatever_other_words_suggest(string said, string first, string second)
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(said)).CardAsync();
        Assert.Equal([first, second], card.Find("roles")!.Chosen);
    }

    [Fact]
    public async Task What_follows_from_two_roles_is_said_for_each_under_its_name()
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(Student)).CardAsync();
        var lines = card.Find("pay")!.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Collection(
            lines,
            line => Assert.StartsWith("MLOps engineer: $110k", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Machine learning engineer: $120k", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_done_is_there_and_what_is_wished_for_is_missing()
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(Student)).CardAsync();
        Assert.Equal(["python", "operations", "models"], card.Find("have")!.Chosen);
        Assert.EndsWith("Machine learning engineer: 3 of 5 named. Missing, or not named yet: software that others use, SQL.", card.Find("missing")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_named_everything_misses_nothing()
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(
            "Data engineer and ML engineer.",
            "I am a developer with Python and Postgres, I built an Airflow pipeline and I am on call for it. I trained a model, too.")).CardAsync();
        Assert.StartsWith("\nData engineer: all 5 named.\n", card.Find("missing")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data scientist or AI product manager, I suppose.")]
    [InlineData("Machine learning engineer, MLOps engineer, perhaps.")]
    [InlineData("AI software engineer or data engineer.")]
    [InlineData("LLM engineer or computer vision engineer, or an AI research scientist.")]
    public async Task The_name_of_a_role_is_nothing_that_the_member_has(string said)
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(said)).CardAsync();
        var have = card.Find("have")!;
        Assert.Equal((true, "Not talked about yet"), (have.IsGuess, have.Value));
        Assert.Empty(have.Chosen!);
    }

    [Theory]
    [InlineData("ML engineer rather than MLOps engineer, because I would miss the modelling.", "ml-engineer", false)]
    [InlineData("I would be a data scientist.", "mlops-engineer", true)]
    [InlineData("Hard to say.", "mlops-engineer", true)]
    public async Task The_choice_stays_within_the_two(string said, string role, bool isGuess)
    {
        var pick = (await (await Conversation.In(Lab).SayAllAsync(Student[0], Student[1], said)).CardAsync()).Find("pick")!;
        Assert.Equal([role], pick.Chosen);
        Assert.Equal(isGuess, pick.IsGuess);
    }

    [Fact]
    public async Task Other_roles_written_into_the_card_change_all_that_hangs_on_them()
    {
        var talk = await Conversation.In(Lab).SayAllAsync(Student);
        var texts = new TextCatalogue();
        var card = new CardEdits(new CardByRules(texts), texts).Apply(
            talk.Now(""), await talk.CardAsync(), new Dictionary<string, string>(StringComparer.Ordinal) { ["roles"] = "Data scientist, AI product manager" });
        Assert.Contains("Data scientist: $100k", card.Find("pay")!.Value, StringComparison.Ordinal);
        Assert.Contains("AI product manager: 0 of 5", card.Find("missing")!.Value, StringComparison.Ordinal);
        Assert.Equal(["data-scientist"], card.Find("pick")!.Chosen);
    }

    [Fact]
    public async Task A_choice_written_into_the_card_stands_even_outside_of_the_two()
    {
        var talk = await Conversation.In(Lab).SayAllAsync(Student);
        var texts = new TextCatalogue();
        var card = new CardEdits(new CardByRules(texts), texts).Apply(
            talk.Now(""), await talk.CardAsync(), new Dictionary<string, string>(StringComparer.Ordinal) { ["pick"] = "Data engineer" });
        Assert.Equal("Data engineer", card.Find("pick")!.Value);
    }

    [Fact]
    public async Task A_model_may_leave_out_what_is_not_there_and_is_held_to_the_two_roles()
    {
        const string said = "MLOps engineer or ML engineer, I like both.";
        var answer = new JsonObject { ["have"] = new JsonObject { ["chosen"] = new JsonArray(), ["quote"] = "" } };
        foreach (var (field, chosen) in new[] { ("roles", new[] { "mlops-engineer", "ml-engineer" }), ("pick", ["data-scientist"]) })
            answer[field] = new JsonObject { ["chosen"] = new JsonArray([.. chosen.Select(id => (JsonNode)id)]), ["because"] = "So they said.", ["quote"] = said };
        foreach (var field in new[] { "work", "pay", "first_step" })
            answer[field] = new JsonObject { ["text"] = "Said for both." };
        answer["reason"] = new JsonObject { ["quote"] = said };
        var client = new ScriptedChatClient(answer.ToJsonString());

        var card = await Conversation.Advisor(Shelf.Shipped, client).MakeCardAsync(
            Conversation.In(Lab).Now("") with { Past = [new PastExchange(said, "Tell me more.")] }, CancellationToken.None);

        Assert.Single(client.Calls);
        Assert.Empty(card.Find("have")!.Chosen!);
        Assert.Equal(["mlops-engineer"], card.Find("pick")!.Chosen);
        Assert.Contains("MLOps engineer: 0 of 5", card.Find("missing")!.Value, StringComparison.Ordinal);
    }
}
