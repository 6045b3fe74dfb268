using CohortBot.Chat;
using CohortBot.Labs;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CohortBot.Tests.Labs;

/// <summary>The database cannot be used while members write: nothing that was taken is lost, nothing is half done, and all goes on by itself.</summary>
public sealed class LabDatabaseFaultTests
{
    private static readonly SqliteException Full = new("database or disk is full", 13);

    [Fact]
    public async Task A_message_that_cannot_be_stored_is_not_taken_and_is_read_from_the_platform_afterwards()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var message = world.Message("amina", thread, "I bake.");
        world.Fake.Write(message);
        world.Test.Faults.WriteFault = Full;

        var fault = await Assert.ThrowsAsync<StorageException>(() => world.Get<IMessageReceiver>().ReceiveAsync(message, CancellationToken.None));
        Assert.Equal(StorageFault.Full, fault.Fault);
        await world.Get<LabMissedWatch>().LookAsync(CancellationToken.None);
        Assert.Equal(0, await world.CountAsync("lab_messages"));

        world.Test.Faults.WriteFault = null;
        await world.Get<LabMissedWatch>().LookAsync(CancellationToken.None);
        await world.Get<LabMissedWatch>().LookAsync(CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.Equal("I bake.", Assert.Single(world.Advisor.Asked).Says);
    }

    [Fact]
    public async Task A_thread_that_the_platform_does_not_give_afterwards_is_read_when_it_does_and_keeps_no_other_back()
    {
        await using var world = await LabWorld.StartAsync();
        Place[] threads = [await world.OpenAsync("amina"), await world.OpenAsync("ben")];
        world.Test.Faults.WriteFault = Full;
        foreach (var (user, thread) in new[] { ("amina", threads[0]), ("ben", threads[1]) })
        {
            var message = world.Message(user, thread, "I bake.");
            world.Fake.Write(message);
            await Assert.ThrowsAsync<StorageException>(() => world.Get<IMessageReceiver>().ReceiveAsync(message, CancellationToken.None));
        }

        world.Test.Faults.WriteFault = null;
        world.Chat.BeforeRead = place => throw (place == threads[0] ? new ChatException("Slower.", isTransient: true, TimeSpan.FromSeconds(20)) : new InvalidOperationException("A fault."));
        var watch = world.Get<LabMissedWatch>();
        await watch.LookAsync(CancellationToken.None);
        world.Chat.BeforeRead = _ => { };
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal(0, await world.CountAsync("lab_messages")); // the platform asked for time

        world.Clock.Advance(TimeSpan.FromSeconds(40));
        await watch.LookAsync(CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal(2, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task A_thread_that_cannot_be_read_at_start_is_read_later()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.StopAsync();
        world.Fake.Write(world.Message("amina", thread, "I bake."));
        world.Chat.BeforeRead = _ => throw new ChatException("Slower.", isTransient: true);
        await world.ResumeAsync();
        world.Chat.BeforeRead = _ => { };

        world.Clock.Advance(TimeSpan.FromSeconds(20));
        await world.Get<LabMissedWatch>().LookAsync(CancellationToken.None);
        await world.SettleAsync();

        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task An_answer_that_was_shown_is_counted_once_when_the_database_is_back_and_not_asked_for_again()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I bake.");
        await world.Clock.UntilAsync(held.Entered.Task);
        world.Test.Faults.WriteFault = Full;
        held.Release();
        await world.Clock.UntilAsync(RefusedAsync(world, 3));
        Assert.Contains("You said: I bake.", world.Fake.In(thread)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("exchanges"));

        world.Test.Faults.WriteFault = null;
        await world.SettleAsync();

        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.Equal(1, await world.CountAsync("turn_words"));
        Assert.Single(world.Advisor.Asked);
        Assert.Equal(2, world.Fake.In(thread).Count); // the opening and the answer
    }

    [Fact]
    public async Task A_lane_that_met_a_fault_goes_on_by_itself_with_the_same_placeholder()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var posting = world.Fake.HoldNext();
        await world.WriteAsync("amina", thread, "I bake.");
        await world.Clock.UntilAsync(posting.Reached);
        world.Test.Faults.WriteFault = Full;
        posting.Release();
        await world.Clock.UntilAsync(RefusedAsync(world, 2));
        Assert.Empty(world.Advisor.Asked);

        world.Test.Faults.WriteFault = null;
        await world.SettleAsync();

        Assert.Equal("You said: I bake.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Fact]
    public async Task Reading_that_fails_while_the_advisor_is_to_be_asked_is_no_failure_of_the_turn()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var posting = world.Fake.HoldNext();
        await world.WriteAsync("amina", thread, "I bake.");
        await world.Clock.UntilAsync(posting.Reached);
        world.Test.Faults.ReadFault = new SqliteException("disk I/O error", 10);
        posting.Release();
        await world.Clock.UntilAsync(TroubledAsync(world));

        world.Test.Faults.ReadFault = null;
        await world.SettleAsync();

        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.Equal(0, await world.CountAsync("turns WHERE state = 'Failed'"));
    }

    [Fact]
    public async Task A_deletion_is_noted_when_the_database_is_back()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var message = await world.SayAsync("amina", thread, "My secret.");
        world.Test.Faults.WriteFault = Full;
        var deleting = world.Get<IMessageReceiver>().ReceiveDeletionAsync(message.Message, CancellationToken.None);
        await world.Clock.UntilAsync(RefusedAsync(world, 2));
        Assert.False(deleting.IsCompleted);

        world.Test.Faults.WriteFault = null;
        await world.Clock.UntilAsync(deleting);

        Assert.Equal(0, await world.CountAsync("lab_message_words"));
    }

    [Fact]
    public async Task A_command_is_answered_in_words_and_changes_nothing()
    {
        await using var world = await LabWorld.StartAsync();
        (world.Test.Faults.WriteFault, world.Test.Faults.ReadFault) = (Full, Full);

        var answer = await world.RunAsync("amina", "lab start lab:fit");

        Assert.Contains("Nothing can be saved just now", Words.Of(answer.Document), StringComparison.Ordinal);
        world.Test.Faults.ReadFault = null;
        Assert.Equal(0, await world.CountAsync("participations"));
    }

    [Fact]
    public async Task However_many_meet_the_fault_it_is_said_once()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Test.Faults.WriteFault = Full;
        for (var message = 0; message < 20; message++)
            await Assert.ThrowsAsync<StorageException>(() => world.WriteAsync("amina", thread, "I bake."));

        var (level, line) = Assert.Single(world.Test.Log.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("no space left", line, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(LabWorld world, int times)
    {
        while (world.Test.Faults.Refused < times)
            await Task.Delay(5);
    }

    private static async Task TroubledAsync(LabWorld world)
    {
        while (world.Database.Trouble.Current is null)
            await Task.Delay(5);
    }
}
