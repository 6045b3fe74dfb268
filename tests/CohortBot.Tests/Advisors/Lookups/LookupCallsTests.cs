using CohortBot.Advisors.Lookups;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace CohortBot.Tests.Advisors.Lookups;

public sealed class LookupCallsTests
{
    [Fact]
    public async Task The_ninth_look_up_of_an_answer_is_one_too_many()
    {
        var asked = 0;
        var calls = new LookupCalls([Function((int number) => $"{++asked}: {number}")], TimeProvider.System);
        var results = await RunAsync(calls, [.. Enumerable.Range(1, 9).Select(number => Call(("number", number)))]);
        Assert.Equal("8: 8", results[7]);
        Assert.Contains("one look-up too many", results[8], StringComparison.Ordinal);
        Assert.Equal(8, asked);
    }

    [Fact]
    public async Task The_same_call_is_done_once_whatever_the_order_of_its_arguments()
    {
        var asked = 0;
        var calls = new LookupCalls([Function((int a, int b) => $"{++asked}")], TimeProvider.System);
        var results = await RunAsync(calls, Call(("a", 1), ("b", 2)), Call(("b", 2), ("a", 1)), Call(("a", 2), ("b", 1)));
        Assert.Equal("1", results[0]);
        Assert.Contains("already", results[1], StringComparison.Ordinal);
        Assert.Equal("2", results[2]);
    }

    [Fact]
    public async Task A_long_result_is_cut_and_says_so()
    {
        var results = await RunAsync(new LookupCalls([Function(() => new string('x', 7000))], TimeProvider.System), Call());
        Assert.Equal(6000 + "… (cut)".Length, results[0].Length);
    }

    [Fact]
    public async Task A_look_up_that_hangs_is_left_and_the_model_is_told()
    {
        var clock = new ManualClock();
        var calls = new LookupCalls([Function(async (CancellationToken cancellationToken) => await HangAsync(cancellationToken))], clock);
        var running = RunAsync(calls, Call());
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Contains("took too long", (await running)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new LookupCalls([Function(new Func<string>(() => throw new InvalidOperationException()))], TimeProvider.System), Call()));

    private static async Task<string> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return "";
    }

    private static AIFunction Function(Delegate method) => AIFunctionFactory.Create(method, "look_up");

    private static FunctionCallContent Call(params (string Name, object Value)[] arguments) =>
        new("1", "look_up", arguments.ToDictionary(pair => pair.Name, pair => (object?)pair.Value));

    private static async Task<List<string>> RunAsync(LookupCalls calls, params FunctionCallContent[] asked)
    {
        var message = await calls.RunAsync(asked, CancellationToken.None);
        return [.. message.Contents.OfType<FunctionResultContent>().Select(result => (string)result.Result!)];
    }
}
