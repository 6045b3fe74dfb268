using CohortBot.Cohorts;
using CohortBot.Lessons;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

/// <summary>Two programs over one database and one platform.</summary>
public sealed class LessonNodesTests
{
    [PostgreSqlFact]
    public async Task A_lesson_is_posted_once_when_its_alarm_goes_off_on_two_programs()
    {
        await using var here = await LessonWorld.StartSharedAsync();
        await using var there = here.Join("there");
        here.Clock.SetTo(LessonWorld.FirstDue);
        var alarm = (await here.SlotAsync(1)).AlarmName;

        await Task.WhenAll(RingAndSendAsync(here, alarm), RingAndSendAsync(there, alarm));

        Assert.Single(here.Chat.In(here.Channel));
        Assert.Equal(SlotState.Posted, await here.StateAsync(1));
    }

    [PostgreSqlFact]
    public async Task What_a_killed_program_had_claimed_is_sent_by_another_when_the_claim_has_run_out()
    {
        await using var here = await LessonWorld.StartSharedAsync();
        await using var there = here.Join("there");
        there.Chat.CrashAfterNext();
        await there.RingAsync(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(there.SendAsync);

        await here.ReleaseClaimsAsync();
        await here.SendAsync();
        Assert.Equal(SlotState.Posting, await here.StateAsync(1));
        here.Clock.Advance(CohortBot.Chat.Sending.OutboxStore.Lease);
        await here.SendAsync();

        Assert.Single(here.Chat.In(here.Channel));
        Assert.Equal(SlotState.Posted, await here.StateAsync(1));
    }

    [PostgreSqlFact]
    public async Task A_killed_program_that_comes_back_settles_its_own_claims_at_once()
    {
        await using var here = await LessonWorld.StartSharedAsync();
        await using var there = here.Join("there");
        there.Chat.CrashAfterNext();
        await there.RingAsync(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(there.SendAsync);

        await using var back = here.Join("there");
        await back.ReleaseClaimsAsync();
        await back.SendAsync();

        Assert.Single(here.Chat.In(here.Channel));
        Assert.Equal(SlotState.Posted, await here.StateAsync(1));
    }

    private static Task RingAndSendAsync(LessonWorld world, string alarm) => Task.Run(async () =>
    {
        await world.Get<LessonPoster>().RingAsync(alarm, CancellationToken.None);
        await world.SendAsync();
    });
}
