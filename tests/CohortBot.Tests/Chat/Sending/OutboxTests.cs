using CohortBot.Chat;
using CohortBot.Chat.Sending;

namespace CohortBot.Tests.Chat.Sending;

public sealed class OutboxTests
{
    private static readonly ChatException Busy = new("The platform is busy.", isTransient: true);

    [Fact]
    public async Task Parts_arrive_in_their_order_and_once()
    {
        await using var world = await ThreePartsAsync();

        var sent = await world.SendAsync(OutboxWorld.Message("lesson/1/a", "one", "two", "three"));
        var again = await world.SendAsync(OutboxWorld.Message("lesson/1/a", "one", "two", "three"));

        Assert.Equal(["one", "two", "three"], world.Said);
        Assert.Equal(sent, again);
        Assert.Equal(["sent lesson/1/a"], world.News.Heard);
    }

    [Fact]
    public async Task What_is_rolled_back_never_leaves()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Database.WriteAsync(
            async session =>
            {
                await world.Outbox.AddAsync(session, OutboxWorld.Message("a", "never"));
                throw new InvalidOperationException("rolled back");
            },
            CancellationToken.None));
        await world.AddAsync(OutboxWorld.Message("b", "after"));
        await world.Chat.UntilAsync(chat => chat.Messages.Count > 0);

        Assert.Equal(["after"], world.Said);
    }

    [Fact]
    public async Task A_part_that_failed_holds_back_those_behind_it_until_its_time()
    {
        await using var world = await ThreePartsAsync();
        world.Chat.FailNext(Busy);

        Assert.Empty(await world.SendAsync(OutboxWorld.Message("a", "one", "two")));
        Assert.Empty(await world.DeliverAsync("a"));
        Assert.Equal(["post"], world.Chat.Calls);
        world.Clock.Advance(OutboxWaits.First);
        Assert.Equal(2, (await world.DeliverAsync("a")).Count);

        Assert.Equal(["one", "two"], world.Said);
    }

    [Fact]
    public async Task A_part_that_failed_is_tried_before_its_time_when_somebody_asks_for_it()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(Busy);
        await world.SendAsync(OutboxWorld.Message("a", "one"));

        Assert.Single(await world.SendAsync(OutboxWorld.Message("a", "one")));
        Assert.Equal(["one"], world.Said);
    }

    [Fact]
    public async Task A_platform_that_names_a_time_is_left_alone_until_then()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(new ChatException("Too many requests.", isTransient: true, retryAfter: TimeSpan.FromSeconds(40)));
        await world.SendAsync(OutboxWorld.Message("a", "one"));

        world.Clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Empty(await world.DeliverAsync("a"));
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Single(await world.DeliverAsync("a"));
    }

    [Fact]
    public async Task A_lost_answer_does_not_double_the_message()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.LoseNextAnswer();
        await world.SendAsync(OutboxWorld.Message("a", "one"));
        world.Clock.Advance(OutboxWaits.First);

        Assert.Single(await world.DeliverAsync("a"));
        Assert.Equal(["one"], world.Said);
        Assert.Equal(["post", "find"], world.Chat.Calls);
    }

    [Fact]
    public async Task A_refusal_drops_the_message_with_its_reason_and_says_so()
    {
        await using var world = await ThreePartsAsync();
        world.Chat.FailNext(new ChatException("The channel is gone.", isTransient: false));

        Assert.Empty(await world.SendAsync(OutboxWorld.Message("a", "one", "two")));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await world.DeliverAsync("a"));

        Assert.Equal(["Dropped: The channel is gone.", "Dropped: The channel is gone."], await world.StatesAsync("a"));
        Assert.Equal(["dropped a"], world.News.Heard);
    }

    [Fact]
    public async Task A_dropped_message_that_is_added_again_is_tried_again_in_its_new_words()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FailNext(new ChatException("The channel is gone.", isTransient: false));
        await world.SendAsync(OutboxWorld.Message("a", "old"));

        Assert.Single(await world.SendAsync(OutboxWorld.Message("a", "new")));
        Assert.Equal(["new"], world.Said);
    }

    [Fact]
    public async Task A_private_message_to_somebody_who_takes_none_is_dropped_as_closed()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.ClosedTo.Add("amina");

        await world.SendAsync(OutboxWorld.Message("a", "hello") with { To = new UserRef(WorkspaceId.Local, "amina") });
        await world.SendAsync(OutboxWorld.Message("b", "hello") with { To = new UserRef(WorkspaceId.Local, "ben") });

        Assert.Equal(["Dropped: closed"], await world.StatesAsync("a"));
        Assert.Single(world.Chat.To("ben"));
    }

    [Fact]
    public async Task A_message_of_a_platform_that_is_off_waits_and_keeps_nobody()
    {
        await using var world = await OutboxWorld.CreateAsync();
        await world.AddAsync(OutboxWorld.Message("a", "one"));
        await world.Database.WriteAsync(session => session.ExecuteAsync("UPDATE outbox SET workspace = 'slack:T1'"), CancellationToken.None);

        Assert.Empty(await world.Outbox.DeliverAsync(new OutboxKey(new WorkspaceId("slack:T1"), "a"), CancellationToken.None));
        Assert.Single(await world.SendAsync(OutboxWorld.Message("b", "two")));

        Assert.Equal(["Waiting"], await world.StatesAsync("a"));
    }

    [Fact]
    public async Task A_listener_that_breaks_keeps_no_message_back()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.News.Fails = true;

        Assert.Single(await world.SendAsync(OutboxWorld.Message("a", "one")));
        Assert.Equal(["Sent"], await world.StatesAsync("a"));
    }

    private static async Task<OutboxWorld> ThreePartsAsync()
    {
        var world = await OutboxWorld.CreateAsync();
        world.Chat.FitsWhen = document => document.Blocks.Count == 1;
        return world;
    }
}
