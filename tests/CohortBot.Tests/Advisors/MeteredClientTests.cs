using CohortBot.Advisors;
using CohortBot.Budgets;
using CohortBot.Storage;
using CohortBot.Tests.Budgets;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Advisors;

public sealed class MeteredClientTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, new string('x', 400))];

    [Fact]
    public async Task A_whole_answer_is_written_as_the_provider_says() =>
        Assert.Equal("Answer Done 0 scripted-1 120+30", await AskAsync(Streams("Hello ", "there.", Usage(120, 30))));

    [Fact]
    public async Task What_the_provider_had_kept_is_written_too()
    {
        var usage = new UsageDetails { InputTokenCount = 120, CachedInputTokenCount = 100, OutputTokenCount = 30 };
        await using var world = await StartAsync();
        await ReadAsync(world, Streams("Hello.", new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)])));
        await LedgerStandsAsync(world);
        Assert.Equal(100, await world.ScalarAsync<long>("SELECT cached_tokens FROM model_calls"));
    }

    [Fact]
    public async Task An_answer_without_usage_is_reckoned_by_letters() =>
        Assert.Equal("Answer Done 1 scripted-1 100+4", await AskAsync(Streams("Hello ", "there, you")));

    [Fact]
    public async Task A_stream_that_broke_off_is_reckoned_by_what_had_come() =>
        Assert.Equal("Answer Failed 1 scripted-1 100+2", await AskAsync(Streams("Hello ", new IOException("cut"))));

    [Fact]
    public async Task A_stream_that_broke_off_after_its_first_usage_keeps_what_that_said() =>
        Assert.Equal("Answer Failed 1 scripted-1 90+2", await AskAsync(Streams(Usage(90, 1), "Hello ", new IOException("cut"))));

    [Fact]
    public async Task A_request_that_failed_before_anything_came_took_nothing() =>
        Assert.Equal("", await AskAsync(Streams(new HttpRequestException("refused"))));

    [Fact]
    public async Task A_request_that_we_hung_up_has_been_read_all_the_same()
    {
        await using var world = await StartAsync();
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(world, Streams("Hello ", TimeSpan.Zero), cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Contains("Cut 1 scripted-1 100+2", await RowsAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_leaves_early_pays_for_what_had_come() =>
        Assert.Equal("Answer Failed 1 scripted-1 100+2", await AskAsync(Streams("Hello ", "there."), most: 1));

    [Fact]
    public async Task A_round_of_looking_up_is_called_so()
    {
        var asks = new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("1", "roles")]) { ModelId = "scripted-1" };
        Assert.Equal("Lookup Done 0 scripted-1 120+30", await AskAsync(Streams(asks, Usage(120, 30))));
    }

    [Fact]
    public async Task A_request_that_nobody_pays_is_not_written()
    {
        await using var world = await StartAsync();
        var client = new MeteredClient(Streams("Hello."), world.Get<ModelLedger>(), NullLogger<MeteredClient>.Instance);
        await foreach (var _ in client.GetStreamingResponseAsync(Question))
        {
        }

        Assert.Equal("", await RowsAsync(world));
    }

    private static ScriptedChatClient Streams(params object[] pieces) => new(ScriptedChatClient.Say(pieces));

    private static ChatResponseUpdate Usage(long input, long output) =>
        new(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = input, OutputTokenCount = output })]) { ModelId = "scripted-1" };

    private static async Task<BudgetWorld> StartAsync()
    {
        var world = await BudgetWorld.StartAsync(_ => { });
        await world.OpenAsync("amina");
        return world;
    }

    private static async Task<string> AskAsync(ScriptedChatClient model, int most = int.MaxValue)
    {
        await using var world = await StartAsync();
        try
        {
            await ReadAsync(world, model, most: most);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // What the script says.
        }

        return await RowsAsync(world);
    }

    private static async Task ReadAsync(BudgetWorld world, ScriptedChatClient model, int most = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var client = new MeteredClient(model, world.Get<ModelLedger>(), NullLogger<MeteredClient>.Instance);
        var options = new ChatOptions();
        options.SetBill(await world.AccountAsync("amina"), CallPurpose.Answer);
        await foreach (var _ in client.GetStreamingResponseAsync(Question, options, cancellationToken))
        {
            if (--most == 0)
                return;
        }
    }

    private static async Task<string> RowsAsync(BudgetWorld world)
    {
        await LedgerStandsAsync(world);
        return string.Join('\n', await world.ListAsync<string>(
            "SELECT purpose || ' ' || outcome || ' ' || is_estimate || ' ' || model || ' ' || input_tokens || '+' || output_tokens FROM model_calls ORDER BY id"));
    }

    // A stream does not wait for the ledger; what is asked to be written after it stands after it, as the turn's own end does.
    private static Task LedgerStandsAsync(BudgetWorld world) => world.Get<Database>().WriteAsync(_ => Task.CompletedTask, CancellationToken.None);
}
