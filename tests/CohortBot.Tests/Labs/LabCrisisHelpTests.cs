using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Labs.Safety;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Labs;

/// <summary>Help in a crisis reaches its reader whatever fails, and where it or the call did not, the health says so.</summary>
public sealed class LabCrisisHelpTests
{
    private const string Crisis = "My strongest skill is SQL. I also want to end my life.";

    [Fact]
    public async Task A_crash_between_storing_and_calling_still_calls_exactly_once_and_shows_the_help()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Fake.FailNext(new OperationCanceledException("The program was killed."));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.WriteAsync("amina", thread, Crisis));
        Assert.Empty(world.Fake.To("amina"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RestartAsync();
        await world.Get<SafetyAnswers>().TakeUpAsync(CancellationToken.None);
        await world.Get<SafetyAnswers>().TakeUpAsync(CancellationToken.None);
        await world.SendDueAsync();
        await world.RestartAsync();
        await world.SendDueAsync();

        Assert.Contains("The lab can wait", Assert.Single(world.Fake.In(thread).Skip(1)).Text, StringComparison.Ordinal);
        Assert.Single(world.Fake.To("frank"));
        Assert.Empty(world.Advisor.Asked);
    }

    [Fact]
    public async Task Help_that_a_fault_kept_from_being_shown_goes_out_by_itself_and_the_health_counts_it_until_then()
    {
        await using var world = await LabWorld.StartAsync();
        var (amina, ben) = (await world.OpenAsync("amina"), await world.OpenAsync("ben"));
        foreach (var (user, thread) in new[] { ("amina", amina), ("ben", ben) })
        {
            world.Fake.FailNext(new HttpRequestException("The line broke."));
            await Assert.ThrowsAsync<HttpRequestException>(() => world.WriteAsync(user, thread, Crisis));
        }

        var answers = world.Get<SafetyAnswers>();
        await answers.TakeUpAsync(CancellationToken.None);
        Assert.Equal(2, await world.CountAsync("safety_events WHERE shown_at IS NULL")); // whoever met it may be about to show it

        world.Clock.Advance(TimeSpan.FromMinutes(3));
        var finding = Assert.Single(await world.Get<SafetyCheck>().CheckAsync(CancellationToken.None));
        Assert.Contains(("unshown", 2L), finding.Detail.Values);
        world.Fake.FitsWhen = document => Words.Of(document).Contains("Amina", StringComparison.Ordinal) ? throw new InvalidOperationException("This one does not go.") : true;
        await answers.TakeUpAsync(CancellationToken.None);
        await world.SendDueAsync();

        Assert.Contains("The lab can wait", world.Fake.In(ben)[^1].Text, StringComparison.Ordinal);
        Assert.Single(world.Fake.In(amina));
        world.Fake.FitsWhen = _ => true;
        await answers.TakeUpAsync(CancellationToken.None);
        await world.SendDueAsync();
        Assert.Contains("The lab can wait", world.Fake.In(amina)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Fake.In(ben).Count);
        Assert.Equal("doctor.crises_well", Assert.Single(await world.Get<SafetyCheck>().CheckAsync(CancellationToken.None)).Detail.Key);
    }

    [Fact]
    public async Task Help_that_could_not_be_sent_at_all_stays_in_the_health()
    {
        await using var world = await LabWorld.StartAsync(LabThreadMode.Shared);
        var thread = await world.OpenAsync("amina");
        world.Fake.ClosedTo.Add("amina");
        world.Fake.FailNext(new ChatException("Not here.", isTransient: false));

        await world.SayAsync("amina", thread, Crisis);
        await world.SendDueAsync();

        Assert.Contains(("unshown", 1L), Assert.Single(await world.Get<SafetyCheck>().CheckAsync(CancellationToken.None)).Detail.Values);
    }

    [Fact]
    public async Task Help_that_cannot_be_shown_in_its_place_goes_out_as_a_message()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        world.Fake.FailNext(new ChatException("The platform is away.", isTransient: true));

        await world.SayAsync("amina", thread, Crisis);

        Assert.Contains("The lab can wait", world.Fake.In(thread)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_called_the_member_is_told_so_and_the_health_says_it()
    {
        await using var world = await LabWorld.StartAsync();
        await world.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM roles"), CancellationToken.None);
        var thread = await world.OpenAsync("amina");

        await world.SayAsync("amina", thread, Crisis);

        Assert.Contains("Nobody who leads your cohort could be told", Assert.Single(world.Fake.To("amina")).Text, StringComparison.Ordinal);
        var finding = Assert.Single(await world.Get<SafetyCheck>().CheckAsync(CancellationToken.None));
        Assert.Equal("doctor.crises_unheard", finding.Detail.Key);
        Assert.Contains(("untold", 1L), finding.Detail.Values);
    }
}
