using CohortBot.Chat;
using CohortBot.Labs;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

/// <summary>Two programs over one database, one platform and one advisor.</summary>
public sealed class LabNodesTests
{
    [PostgreSqlFact]
    public async Task A_message_that_both_programs_receive_is_answered_and_counted_once()
    {
        await using var here = await LabWorld.StartSharedAsync();
        var thread = await here.OpenAsync("amina");
        await using var there = await here.JoinAsync("there");
        var message = here.Message("amina", thread, "I am a nurse.");

        await Task.WhenAll(
            Task.Run(() => here.Get<LabInbox>().ReceiveAsync(message, CancellationToken.None)),
            Task.Run(() => there.Get<LabInbox>().ReceiveAsync(message, CancellationToken.None)));
        await here.SettleAsync();
        await there.SettleAsync();

        await AssertAnsweredAsync(here, thread, 1);
        Assert.Single(here.Advisor.Asked);
    }

    [PostgreSqlFact]
    public async Task A_message_received_by_another_program_is_answered_by_the_one_that_has_the_conversation()
    {
        await using var here = await LabWorld.StartSharedAsync();
        var thread = await here.OpenAsync("amina");
        await here.SayAsync("amina", thread, "I am a nurse.");
        await using var there = await here.JoinAsync("there");

        await there.SayAsync("amina", thread, "I work nights.");
        Assert.Single(here.Advisor.Asked);
        await here.FollowAsync();

        await AssertAnsweredAsync(here, thread, 2);
        await there.FollowAsync();
        Assert.Equal(2, here.Advisor.Asked.Count);
    }

    [PostgreSqlFact]
    public async Task A_thread_that_another_program_opened_is_met_with_what_was_written_there()
    {
        await using var here = await LabWorld.StartSharedAsync();
        await using var there = await here.JoinAsync("there");
        var thread = await here.OpenAsync("amina");
        var missed = here.Message("amina", thread, "I am a nurse.");
        here.Fake.Write(missed);
        await there.Get<LabInbox>().ReceiveAsync(missed, CancellationToken.None); // not known there yet: dropped

        await there.FollowAsync();

        await AssertAnsweredAsync(there, thread, 1);
    }

    [PostgreSqlFact]
    public async Task What_a_killed_program_was_at_is_taken_over_in_the_same_placeholder()
    {
        await using var here = await LabWorld.StartSharedAsync();
        var thread = await here.OpenAsync("amina");
        await using var there = await here.JoinAsync("there");
        var held = here.Advisor.NextHolds();
        await there.WriteAsync("amina", thread, "I am a nurse.");
        await here.Clock.UntilAsync(held.Entered.Task);
        await there.KillAsync();

        await here.FollowAsync();
        Assert.Equal(0, await here.CountAsync("exchanges"));
        await here.MissOthersAsync();
        await here.FollowAsync();

        await AssertAnsweredAsync(here, thread, 1);
    }

    [PostgreSqlFact]
    public async Task A_program_that_was_taken_for_dead_writes_no_exchange_and_begins_anew()
    {
        await using var here = await LabWorld.StartSharedAsync();
        var thread = await here.OpenAsync("amina");
        await using var paused = await here.JoinAsync("paused");
        var held = here.Advisor.NextHolds();
        await paused.WriteAsync("amina", thread, "I am a nurse.");
        await here.Clock.UntilAsync(held.Entered.Task);
        var run = paused.Get<Nodes>().Run;

        await here.MissOthersAsync();
        await here.FollowAsync();
        held.Release();
        await paused.SettleAsync();

        await AssertAnsweredAsync(here, thread, 1);
        await paused.Get<Nodes>().LookAsync(CancellationToken.None);
        Assert.True(paused.Get<Nodes>().Run > run);
        await paused.SayAsync("amina", thread, "I work nights.");
        await here.FollowAsync();
        await AssertAnsweredAsync(here, thread, 2);
    }

    private static async Task AssertAnsweredAsync(LabWorld world, Place thread, int exchanges)
    {
        Assert.Equal(exchanges, await world.CountAsync("exchanges"));
        Assert.Equal(exchanges, await world.CountAsync("turn_words"));
        Assert.Equal(exchanges, world.Fake.In(thread).Count(message => message.Text.Contains("You said:", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Fake.In(thread), message => message.Text.Contains("Thinking", StringComparison.Ordinal));
    }
}
