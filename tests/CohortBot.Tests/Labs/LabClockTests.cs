
namespace CohortBot.Tests.Labs;

/// <summary>The time of day is set while members wait: nobody waits for the old hour, and nothing is counted twice.</summary>
public sealed class LabClockTests
{
    public static TheoryData<int> Minutes => [-60 * 24 * 30, -60 * 24, -60, -2, 2, 60, 60 * 24];

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Set_while_more_messages_are_waited_for_the_answer_comes_all_the_same(int minutes)
    {
        await using var world = await LabWorld.StartAsync(options: options => (options.GatherSeconds, options.GatherAtMostSeconds) = (2, 10));
        var thread = await world.OpenAsync("amina");

        await world.WriteAsync("amina", thread, "I bake.");
        world.Clock.Set(TimeSpan.FromMinutes(minutes));
        await world.WriteAsync("amina", thread, "At night.");
        await world.SettleAsync();

        Assert.Equal(world.Advisor.Asked.Count, await world.CountAsync("exchanges"));
        Assert.Equal(0, await world.CountAsync("lab_messages WHERE turn IS NULL"));
        await world.SayAsync("amina", thread, "By day I sleep.");
        Assert.Equal("By day I sleep.", world.Advisor.Asked[^1].Says);
        Assert.Equal(world.Advisor.Asked.Count, await world.CountAsync("exchanges"));
    }

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Set_while_the_advisor_answers_the_whole_answer_is_shown_and_counted_once(int minutes)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I bake.");
        await world.Clock.UntilAsync(held.Entered.Task);

        world.Clock.Set(TimeSpan.FromMinutes(minutes));
        held.Release();
        await world.SettleAsync();

        Assert.Equal("You said: I bake.\nExchange 1 of 3", Assert.Single(world.Fake.In(thread).Skip(1)).Text);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Set_while_an_edit_is_kept_back_the_answer_does_not_wait_for_the_old_hour(int minutes)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Chat.AfterEdit = (_, _) =>
        {
            world.Clock.Set(TimeSpan.FromMinutes(minutes));
            world.Chat.AfterEdit = (_, _) => Task.CompletedTask;
            return Task.CompletedTask;
        };
        var before = world.Clock.GetTimestamp();
        await world.SayAsync("amina", thread, "I bake.");

        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.True(world.Clock.GetElapsedTime(before) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Set_before_a_restart_what_was_under_way_goes_on_and_counts_are_right(int minutes)
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        var held = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, "I bake.");
        await world.Clock.UntilAsync(held.Entered.Task);

        await world.StopAsync();
        world.Clock.Set(TimeSpan.FromMinutes(minutes));
        await world.ResumeAsync();

        Assert.Equal(1, await world.CountAsync("exchanges"));
        Assert.Single(world.Fake.In(thread).Skip(1));
    }
}
