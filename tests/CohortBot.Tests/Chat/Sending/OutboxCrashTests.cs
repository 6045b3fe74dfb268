using CohortBot.Chat.Sending;

namespace CohortBot.Tests.Chat.Sending;

public sealed class OutboxCrashTests
{
    [Fact]
    public async Task Killed_after_the_claim_and_before_the_post_it_is_posted_after_the_restart()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(new OperationCanceledException("The program was killed."));
        await Assert.ThrowsAsync<OperationCanceledException>(() => world.SendAsync(OutboxWorld.Message("a", "one")));
        Assert.Equal(["Claimed"], await world.StatesAsync("a"));

        await using var restarted = world.Again();
        await restarted.StartAsync();
        await world.Chat.UntilAsync(chat => chat.Messages.Count == 1);

        Assert.Equal(["post", "find", "post"], world.Chat.Calls);
    }

    [Fact]
    public async Task Killed_after_the_post_and_before_the_mark_it_is_found_after_the_restart()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FitsWhen = document => document.Blocks.Count == 1;
        world.Chat.CrashAfterNext();
        await Assert.ThrowsAsync<OperationCanceledException>(() => world.SendAsync(OutboxWorld.Message("a", "one", "two")));

        await using var restarted = world.Again();
        await restarted.StartAsync();
        await world.Chat.UntilAsync(chat => chat.Messages.Count == 2);

        Assert.Equal(["one", "two"], world.Said);
        Assert.Equal(["post", "find", "post"], world.Chat.Calls);
    }

    [Fact]
    public async Task A_claim_of_a_node_that_is_gone_is_settled_when_its_lease_has_run_out()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.CrashAfterNext();
        await Assert.ThrowsAsync<OperationCanceledException>(() => world.SendAsync(OutboxWorld.Message("a", "one")));

        world.Clock.Advance(OutboxStore.Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await world.DeliverAsync("a"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(await world.DeliverAsync("a"));
        Assert.Equal(["one"], world.Said);
    }

    [Fact]
    public async Task Two_nodes_post_each_part_once()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await using var other = world.Again();
        world.Chat.FitsWhen = document => document.Blocks.Count == 1;
        var subjects = Enumerable.Range(0, 20).Select(number => $"m{number}").ToList();
        foreach (var subject in subjects)
            await world.AddAsync(OutboxWorld.Message(subject, $"{subject} one", $"{subject} two"));

        await Task.WhenAll(subjects.SelectMany(subject => new[] { Task.Run(() => world.DeliverAsync(subject)), Task.Run(() => other.DeliverAsync(subject)) }));
        foreach (var subject in subjects)
            await world.DeliverAsync(subject);

        Assert.Equal(40, world.Said.Distinct().Count());
        Assert.Equal(40, world.Said.Count);
        foreach (var subject in subjects)
            Assert.Equal([$"{subject} one", $"{subject} two"], world.Said.Where(said => said.StartsWith($"{subject} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_message_asked_for_many_times_at_once_is_posted_once_and_everybody_gets_it()
    {
        await using var world = await OutboxWorld.CreateAsync();
        var hold = world.Chat.HoldNext();

        var asked = Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.SendAsync(OutboxWorld.Message("a", "one")))).ToList();
        await hold.Reached;
        hold.Release();

        Assert.All(await Task.WhenAll(asked), sent => Assert.Equal("m1", Assert.Single(sent).Id));
        Assert.Equal(["one"], world.Said);
    }
}
