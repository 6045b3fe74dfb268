using CohortBot.Advisors;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Providers;
using static CohortBot.Tests.Advisors.Providers.Answers;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>Answers that break off or never go on: what is shown in the end is one whole answer, or none.</summary>
public sealed class CutStreamTests
{
    private static readonly WireAnswer Whole = new() { Words = ["Größe ", "ist nicht ", "alles. 🙂 ", "Was noch?"] };

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_answer_that_is_cut_anywhere_before_its_end_begins_anew(ModelProvider provider)
    {
        IWire wire = provider == ModelProvider.OpenAI ? new OpenAIWire() : new AnthropicWire();
        var end = LastWordAt(wire);
        await using var world = await ModelWorld.StartAsync(provider);
        for (var bytes = 0; bytes < end; bytes += 37)
        {
            var isAbrupt = bytes % 2 == 0;
            world.Server.Then(isAbrupt ? CutAfter(bytes, Whole) : EndsAfter(bytes, Whole), Says([.. Whole.Words]));
            var outcome = await world.SayAsync();
            Assert.True("Größe ist nicht alles. 🙂 Was noch?" == outcome.Text, $"after {bytes} bytes: {outcome.Text} {outcome.Exception}");
        }
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task A_cut_inside_of_a_letter_shows_no_broken_letter(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(CutInside("So groß"), Says("So groß."));
        var outcome = await world.SayAsync();
        Assert.Equal("So groß.", outcome.Text);
        Assert.DoesNotContain('\ufffd', outcome.Text);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task An_answer_that_is_always_cut_is_told_as_broken_off(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(CutAfter(420, Whole), CutAfter(420, Whole), CutAfter(420, Whole));
        var outcome = await world.SayAsync();
        Assert.Equal(AdvisorFailure.Unavailable, outcome.Exception!.Failure);
        Assert.Equal("", outcome.Text);
        Assert.Equal(3, world.Server.Requests.Count);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task Silence_before_the_first_word_or_after_it_is_not_waited_for(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider);
        world.Server.Then(Nothing(), FallsSilentAfter("You "), Says("At last."));
        await using var pieces = world.Advisor.AnswerAsync(Conversation.In("fit-among-layers").Now("I am a nurse."), CancellationToken.None).GetAsyncEnumerator();
        var first = pieces.MoveNextAsync().AsTask();
        await PassAsync(world, 0, TimeSpan.FromSeconds(61));
        await world.Clock.UntilAsync(first);
        Assert.Equal(new AdvisorPiece.Words("You "), pieces.Current);

        // From here on the model is waited for; its thirty seconds begin.
        var second = pieces.MoveNextAsync().AsTask();
        world.Clock.Advance(TimeSpan.FromSeconds(31));
        await second;
        Assert.Equal(new AdvisorPiece.Restarted(), pieces.Current);
        var third = pieces.MoveNextAsync().AsTask();
        await world.Clock.UntilAsync(third);
        Assert.Equal(new AdvisorPiece.Words("At last."), pieces.Current);
        foreach (var request in world.Server.Requests.Take(2))
            await request.Aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task Ten_minutes_of_silence_count_as_timed_out(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider, options => options.Retries = 0);
        world.Server.Then(Nothing());
        var answer = world.ReadAsync(Conversation.In("fit-among-layers").Now("I am a nurse."), CancellationToken.None);
        await PassAsync(world, 0, TimeSpan.FromMinutes(10));
        var outcome = await answer;
        Assert.Equal(ModelFault.Silent, outcome.Fault);
        Assert.Equal(AdvisorFailure.TimedOut, outcome.Exception!.Failure);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Anthropic)]
    public async Task The_whole_answer_has_its_time_and_no_try_goes_beyond_it(ModelProvider provider)
    {
        await using var world = await ModelWorld.StartAsync(provider, options => (options.AnswerSeconds, options.FirstWordSeconds, options.Retries) = (100, 60, 5));
        world.Server.Then(Nothing(), Nothing());
        var answer = world.ReadAsync(Conversation.In("fit-among-layers").Now("I am a nurse."), CancellationToken.None);
        await PassAsync(world, 0, TimeSpan.FromSeconds(61));
        await PassAsync(world, 1, TimeSpan.FromSeconds(45));
        Assert.Equal(ModelFault.TooSlow, (await answer).Fault);
    }

    // Lets time pass once the server has the request and holds it.
    private static async Task PassAsync(ModelWorld world, int number, TimeSpan time)
    {
        await world.Clock.UntilAsync(WaitingAsync(world, number));
        world.Clock.Advance(time);
    }

    private static async Task WaitingAsync(ModelWorld world, int number)
    {
        while (world.Server.Requests.Count <= number)
            await Task.Yield();
        await world.Server.Requests.ElementAt(number).Waiting.Task;
    }

    private static int LastWordAt(IWire wire)
    {
        var bytes = string.Concat(wire.Answer(Whole).TakeWhile(text => !text.Contains("finish_reason\":\"stop", StringComparison.Ordinal) && !text.Contains("end_turn", StringComparison.Ordinal)));
        return System.Text.Encoding.UTF8.GetByteCount(bytes);
    }
}
