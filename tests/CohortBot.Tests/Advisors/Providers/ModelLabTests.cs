using CohortBot.Advisors.Providers;
using CohortBot.Chat;
using CohortBot.Tests.Fakes;
using static CohortBot.Tests.Advisors.Providers.Answers;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>From the wire to the member: every turn ends as one whole answer that is counted, or as one apology that keeps the member's words.</summary>
public sealed class ModelLabTests
{
    private const string Answered = "A whole answer.\nExchange 1 of 3";

    /// <summary>Faults that pass: the member never hears of them.</summary>
    public static TheoryData<ModelProvider, string> Passing => Cases("429", "429 after 3 s", "408", "500", "529", "empty", "cut", "cut in a letter", "ends early", "page", "garbage");

    /// <summary>Faults that stay, and what the apology says.</summary>
    public static TheoryData<ModelProvider, string> Staying => Cases("401", "403", "404", "400", "refusal", "500 for ever", "empty for ever", "cut for ever", "page for ever", "429 for an hour");

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_ends_as_one_whole_counted_answer(ModelProvider provider, string fault)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        lab.Server.Then(StepOf(fault), Says("A whole ", "answer."));
        await lab.SayAsync();
        Assert.Equal(Answered, lab.Answer.Text);
        Assert.Equal(2, lab.World.Fake.In(lab.Thread).Count);
        Assert.Equal(1, await lab.World.CountAsync("exchanges"));
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task A_fault_that_stays_ends_as_one_apology_and_Try_again_brings_the_answer(ModelProvider provider, string fault)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        var once = fault.Replace(" for ever", "", StringComparison.Ordinal);
        for (var tries = 0; tries < (once == fault ? 1 : 3); tries++)
            lab.Server.Then(StepOf(once));
        await lab.SayAsync();
        Assert.Contains(Apology(once), lab.Answer.Text, StringComparison.Ordinal);
        Assert.Contains("What you wrote is kept and nothing was counted", lab.Answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, lab.World.Fake.In(lab.Thread).Count);
        Assert.Equal(0, await lab.World.CountAsync("exchanges"));

        lab.Server.Then(Says("A whole ", "answer."));
        await lab.World.RunAsync("amina", Assert.Single(lab.Answer.Actions), lab.Thread);
        await lab.World.SettleAsync();
        Assert.Equal(Answered, lab.Answer.Text);
        Assert.Contains("I am a nurse.", lab.Server.Requests.Last().Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, await lab.World.CountAsync("exchanges"));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task Ten_minutes_of_silence_end_as_an_apology(ModelProvider provider)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        lab.Server.Then(Nothing());
        await lab.World.WriteAsync("amina", lab.Thread, "I am a nurse.");
        await lab.World.Clock.UntilAsync(HeldAsync(lab));
        lab.World.Clock.Advance(TimeSpan.FromMinutes(10));
        await lab.World.SettleAsync();
        Assert.Contains("took too long", lab.Answer.Text, StringComparison.Ordinal);
        await lab.Server.Requests.First().Aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_answer_of_100_KB_arrives_whole_in_well_split_messages(ModelProvider provider)
    {
        var lines = Enumerable.Range(0, 2000).Select(number => $"Line {number} about what a nurse could do with it.\n\n").ToArray();
        await using var lab = await ModelLab.StartAsync(provider);
        lab.World.Fake.FitsWhen = document => Words.Of(document).Length <= 2000;
        lab.Server.Then(Says(lines));
        await lab.SayAsync();
        var messages = lab.World.Fake.In(lab.Thread).Skip(1).ToList();
        Assert.InRange(messages.Count, 40, 100);
        Assert.All(messages, message => Assert.InRange(message.Text.Length, 1, 2000));
        var numbers = System.Text.RegularExpressions.Regex.Matches(string.Join('\n', messages.Select(message => message.Text)), @"Line (\d+) about").Select(match => int.Parse(match.Groups[1].Value, null));
        Assert.Equal(Enumerable.Range(0, 2000), numbers);
        Assert.EndsWith("Exchange 1 of 3", messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, await lab.World.CountAsync("exchanges"));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_answer_at_its_limit_is_whole_and_says_that_it_stops(ModelProvider provider)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        lab.Server.Then(Whole(new WireAnswer { Words = ["A list:\n\n- one\n- **tw"], End = WireEnd.TooLong }), Says("o."));
        await lab.SayAsync();
        Assert.Contains("stops here. Write “go on” for the rest.\nExchange 1 of 3", lab.Answer.Text, StringComparison.Ordinal);
        await lab.SayAsync("go on");
        Assert.Contains("- **tw", lab.Server.Requests.Last().Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, await lab.World.CountAsync("exchanges"));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_message_that_is_changed_while_the_model_answers_hangs_up_on_it(ModelProvider provider)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        lab.Server.Then(FallsSilentAfter("You "), Says("A whole ", "answer."));
        var message = await lab.World.WriteAsync("amina", lab.Thread, "I am a nurse.");
        await lab.World.Clock.UntilAsync(HeldAsync(lab));
        await lab.World.Get<IMessageReceiver>().ReceiveEditAsync(message.Message, "I am a midwife.", CancellationToken.None);
        await lab.World.SettleAsync();
        Assert.Equal(Answered, lab.Answer.Text);
        Assert.Contains("midwife", lab.Server.Requests.Last().Body.GetRawText(), StringComparison.Ordinal);
        await lab.Server.Requests.First().Aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task The_card_and_its_cost_come_the_same_way(ModelProvider provider)
    {
        await using var lab = await ModelLab.StartAsync(provider);
        for (var exchange = 0; exchange < 3; exchange++)
            lab.Server.Then(Says("Tell me more."));
        lab.Server.Then(Error(503, "unavailable"), Says("""{"layer": {"chosen": ["apps"], "because": "You know patients.", "quote": "I am a nurse"}}"""), Error(401, "invalid_api_key"));
        await lab.SayAsync("I am a nurse and I never did statistics.");
        await lab.SayAsync("Patients ask me things.");
        await lab.SayAsync("I would build a tool.");
        var card = await lab.World.RunAsync("amina", "lab card", lab.Thread);
        Assert.Contains("You know patients.", Words.Of(card.Document), StringComparison.Ordinal);
        Assert.Equal(4, await lab.World.Database.ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM model_calls WHERE input_tokens = 120"), CancellationToken.None));
    }

    private static Step StepOf(string fault)
    {
        var answer = new WireAnswer { Words = ["A whole ", "answer."] };
        return fault switch
        {
            "429" => Error(429, "rate_limit_error"),
            "429 after 3 s" => Error(429, "rate_limit_error", "Slow down.", ("retry-after", "3")),
            "429 for an hour" => Error(429, "rate_limit_error", "Slow down.", ("retry-after", "3600")),
            "refusal" => Whole(new WireAnswer { Words = ["I would "], End = WireEnd.Refused }),
            "empty" => Whole(new WireAnswer()),
            "cut" => CutAfter(500, answer),
            "cut in a letter" => CutInside("So groß"),
            "ends early" => EndsAfter(500, answer),
            "page" => Body(200, "text/html", "<html>Sign in</html>"),
            "garbage" => Body(200, "text/event-stream", "data: {\"broken\n\n"),
            _ => Error(int.Parse(fault, null), "some_error"),
        };
    }

    private static string Apology(string fault) => fault switch
    {
        "refusal" => "would not answer",
        "empty" => "was empty",
        "401" or "403" or "404" or "400" => "not set up right",
        _ => "cannot be reached",
    };

    private static async Task HeldAsync(ModelLab lab)
    {
        while (lab.Server.Requests.IsEmpty)
            await Task.Yield();
        await lab.Server.Requests.First().Waiting.Task;
    }

    private static TheoryData<ModelProvider, string> Cases(params string[] faults)
    {
        var cases = new TheoryData<ModelProvider, string>();
        foreach (var fault in faults)
        {
            cases.Add(ModelProvider.OpenAI, fault);
            cases.Add(ModelProvider.Anthropic, fault);
        }

        return cases;
    }
}
