using CohortBot.Chat;
using CohortBot.Chat.Sending;

namespace CohortBot.Tests.Chat.Sending;

/// <summary>Erasing what is on its way at that moment.</summary>
public sealed class OutboxErasureTests
{
    [Fact]
    public async Task What_arrives_after_it_was_erased_is_withdrawn()
    {
        await using var world = await OutboxWorld.CreateAsync();
        world.Chat.FitsWhen = document => document.Blocks.Count == 1;
        var hold = world.Chat.HoldNext();
        var sending = Task.Run(() => world.SendAsync(OutboxWorld.Message("a", "one", "two")));
        await hold.Reached;

        await ForgetAsync(world, "a");
        hold.Release();

        Assert.Empty(await sending);
        Assert.Equal(["Dropped: erased", "Dropped: erased"], await world.StatesAsync("a"));
        Assert.Equal(["one"], world.Said);
        await world.Get<Withdrawals>().WorkOffAsync(CancellationToken.None);
        Assert.Empty(world.Said);
    }

    [Fact]
    public async Task What_fails_or_is_refused_after_it_was_erased_is_never_tried_again()
    {
        await using var world = await OutboxWorld.CreateAsync();
        var row = await ClaimAsync(world, "a");
        await ForgetAsync(world, "a");

        await world.Get<OutboxStore>().MarkFailedAsync(row, new ChatException("The platform is away.", isTransient: true), CancellationToken.None);
        Assert.Equal(["Dropped: erased"], await world.StatesAsync("a"));
        await world.Get<OutboxStore>().MarkDroppedAsync(row, "refused", CancellationToken.None);
        Assert.Equal(["Dropped: erased"], await world.StatesAsync("a"));
        Assert.Empty(await world.Get<OutboxStore>().ListDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_second_copy_of_a_message_is_withdrawn_and_the_same_one_told_twice_is_not()
    {
        await using var world = await OutboxWorld.CreateAsync();
        var row = await ClaimAsync(world, "a");
        var store = world.Get<OutboxStore>();

        Assert.True(await store.MarkSentAsync(row, new MessageRef(OutboxWorld.Channel, "m1"), CancellationToken.None));
        Assert.True(await store.MarkSentAsync(row, new MessageRef(OutboxWorld.Channel, "m1"), CancellationToken.None));
        Assert.False(await store.MarkSentAsync(row, new MessageRef(OutboxWorld.Channel, "m2"), CancellationToken.None));

        var withdrawn = await world.Database.ReadAsync(session => session.QueryAsync<string>("SELECT message FROM withdrawals"), CancellationToken.None);
        Assert.Equal(["m2"], withdrawn);
    }

    private static Task ForgetAsync(OutboxWorld world, string subject) =>
        world.Database.WriteAsync(session => OutboxErasure.ForgetAsync(session, OutboxWorld.KeyOf(subject)), CancellationToken.None);

    private static async Task<OutboxRow> ClaimAsync(OutboxWorld world, string subject)
    {
        await world.AddAsync(OutboxWorld.Message(subject, "one"));
        var row = Assert.Single(await world.Get<OutboxStore>().ListAsync(OutboxWorld.KeyOf(subject), CancellationToken.None));
        Assert.True(await world.Get<OutboxStore>().ClaimAsync(row, CancellationToken.None));
        return row;
    }
}
