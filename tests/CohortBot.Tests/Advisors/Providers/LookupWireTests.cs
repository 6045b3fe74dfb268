using System.Text.Json;
using CohortBot.Advisors;
using CohortBot.Advisors.Providers;
using static CohortBot.Tests.Advisors.Providers.Answers;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>Look-ups through both wire formats: what the model is offered, what it is told, and what the member sees of it.</summary>
public sealed class LookupWireTests
{
    private static readonly WireCall Pay = new("call_a", "look_up_pay", """{"role": "data scientist", "place": "Germany"}""");

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_model_looks_up_and_answers_and_both_rounds_are_paid_for(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        world.Server.Then(Calls("Let me look.", Pay, new WireCall("call_b", "look_up_role", """{"role":"MLOps"}""")), Says("They earn ", "$100k to $250k."));
        var outcome = await world.SayAsync();
        Assert.Equal("Let me look.\n\nThey earn $100k to $250k.", outcome.Text);
        Assert.Equal(new AdvisorPiece.Used("loop-1-2026", 240, 60), outcome.Used);
        var told = world.Server.Requests.Last().Body.GetRawText();
        Assert.Equal(5, world.Server.Requests.First().Body.GetProperty("tools").GetArrayLength());
        Assert.Contains("$100k to $250k by level and company", told, StringComparison.Ordinal);
        Assert.Contains("For Germany the guides give no figure", told, StringComparison.Ordinal);
        Assert.Contains("MLOps engineer", told, StringComparison.Ordinal);
        Assert.Equal(["call_a", "call_b"], ResultIds(provider, world.Server.Requests.Last().Body));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task What_is_wrong_with_a_call_is_told_to_the_model(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        world.Server.Then(
            Calls("", new WireCall("c1", "delete_everything", "{}"), new WireCall("c2", "look_up_pay", "{}"), new WireCall("c3", "look_up_pay", """{"role": "astronaut"}""")),
            Calls("", Pay),
            Calls("", Pay with { Id = "again" }),
            Says("I have no sourced figure for that."));
        Assert.Equal("I have no sourced figure for that.", (await world.SayAsync()).Text);
        var told = world.Server.Requests.Last().Body.GetRawText();
        Assert.Contains("There is no such look-up", told, StringComparison.Ordinal);
        Assert.Contains("The arguments do not fit", told, StringComparison.Ordinal);
        Assert.Contains("do not know the role", told, StringComparison.Ordinal);
        Assert.Contains("looked this up already", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    public async Task Arguments_that_are_no_json_are_told_to_the_model(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        world.Server.Then(Calls("", new WireCall("c1", "look_up_pay", "{\"role\": \"data")), Says("Answer."));
        Assert.Equal("Answer.", (await world.SayAsync()).Text);
        Assert.Contains("no JSON object", world.Server.Requests.Last().Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_model_that_never_stops_looking_up_is_asked_for_its_answer(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        for (var round = 0; round < 4; round++)
            world.Server.Then(Calls("", new WireCall($"c{round}", "search_lessons", $$"""{"words": "layer {{round}}"}""")));
        world.Server.Then(Says("Enough."));
        Assert.Equal("Enough.", (await world.SayAsync()).Text);
        var last = world.Server.Requests.Last().Body;
        Assert.Equal("none", provider == ModelProvider.OpenAI ? last.GetProperty("tool_choice").GetString() : last.GetProperty("tool_choice").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_cut_in_the_middle_of_a_call_or_of_the_answer_after_it_doubles_nothing(ModelProvider provider)
    {
        IWire wire = provider == ModelProvider.OpenAI ? new OpenAIWire() : new AnthropicWire();
        var asking = new WireAnswer { Words = ["Let me look. "], Calls = [Pay] };
        var insideCall = string.Concat(wire.Answer(asking)).IndexOf("arch\"", StringComparison.Ordinal) is var at and > 0 ? at : Length(wire, asking) * 2 / 3;
        await using var world = await StartAsync(provider);
        world.Server.Then(CutAfter(insideCall, asking), Whole(asking), CutAfter(Length(wire, new WireAnswer { Words = ["They earn "] }) * 2 / 3, new WireAnswer { Words = ["They earn ", "a lot."] }), Says("They earn ", "a lot."));
        var outcome = await world.SayAsync();
        Assert.Equal("Let me look. \n\nThey earn a lot.", outcome.Text);
        Assert.Equal(4, world.Server.Requests.Count);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_server_that_knows_no_look_ups_is_asked_without_them_and_that_is_remembered(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        world.Server.Then(Error(400, "invalid_request_error", "loop-1 does not support tools"), Says("Answer."), Says("Another."));
        Assert.Equal("Answer.", (await world.SayAsync()).Text);
        Assert.Equal("Another.", (await world.SayAsync()).Text);
        Assert.Equal([true, false, false], world.Server.Requests.Select(request => request.Body.TryGetProperty("tools", out _)));
        Assert.Contains("does not take look-ups", world.Log.Read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_card_asks_for_its_schema_and_goes_without_where_the_server_does_not_take_one(ModelProvider provider)
    {
        await using var world = await StartAsync(provider);
        world.Server.Then(Error(400, "invalid_request_error", "response_format"), Says(Card), Says(Card));
        var talk = Conversation.In("fit-among-layers").Now("") with { Past = [new PastExchange("I check infusion pumps in a hospital, for safety.", "Tell me more.")] };
        var making = world.Advisor.MakeCardAsync(talk, CancellationToken.None);
        await world.Clock.UntilAsync(making);
        Assert.Equal("You check.", (await making).Find("layer")!.Because);
        var form = provider == ModelProvider.OpenAI ? "response_format" : "output_config";
        Assert.Equal([true, false, false], world.Server.Requests.Select(request => request.Body.TryGetProperty(form, out _)));
    }

    private const string Card = """
        {"layer": {"chosen": ["adjacent"], "because": "You check.", "quote": "I check infusion pumps"},
         "roles": {"chosen": ["evaluator", "domain_expert"], "because": "x", "quote": "I check infusion pumps"}}
        """;

    private static Task<ModelWorld> StartAsync(ModelProvider provider) => ModelWorld.StartAsync(provider, options => options.Lookups = true);

    private static IEnumerable<string?> ResultIds(ModelProvider provider, JsonElement body)
    {
        var messages = body.GetProperty("messages").EnumerateArray();
        return provider == ModelProvider.OpenAI
            ? messages.Where(message => message.GetProperty("role").GetString() == "tool").Select(message => message.GetProperty("tool_call_id").GetString())
            : messages.Last().GetProperty("content").EnumerateArray().Select(part => part.GetProperty("tool_use_id").GetString());
    }
}
