using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;

namespace CohortBot.Tests.Cohorts;

public sealed class CohortCreateCommandTests
{
    [Fact]
    public async Task A_cohort_is_shown_first_and_made_when_confirmed()
    {
        await using var world = await CohortWorld.StartAsync();

        var shown = await world.RunAsync("olga", CohortWorld.Create);
        Assert.Contains("1. Title 1 | new | Thu 3 Dec, 09:00 (UTC+01:00)", CohortWorld.Text(shown.Document), StringComparison.Ordinal);
        Assert.Empty(await world.Get<CohortStore>().ListAsync(WorkspaceId.Local, CancellationToken.None));
        Assert.Empty(world.Alarms.Set);

        var done = await world.SayAsync("olga", CohortWorld.ConfirmAction(shown)!);
        Assert.Contains("Done: The map is there", done, StringComparison.Ordinal);
        Assert.Equal(["2026-12-03T09:00", "2026-12-07T09:00", "2026-12-10T09:00", "2026-12-14T09:00", "2026-12-17T09:00"], await world.DuesAsync());
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 8, 0, 0, TimeSpan.Zero), world.Alarms.Set["local|1|lesson-1|1"]);
        Assert.Equal(5, world.Alarms.Set.Count);
    }

    [Fact]
    public async Task The_welcome_stands_in_the_channel_with_a_button_to_join()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();

        var welcome = Assert.Single(world.Posted);
        Assert.Equal("map", welcome.Place.Channel);
        Assert.Contains("Welcome to the map.", CohortWorld.Text(welcome.Document), StringComparison.Ordinal);
        Assert.Equal("my join cohort:1", Assert.Single(Assert.IsType<ButtonRow>(welcome.Document.Blocks[^1]).Buttons).Action);
    }

    [Fact]
    public async Task A_button_never_carries_more_than_platforms_allow_and_pressed_twice_it_makes_one_cohort()
    {
        await using var world = await CohortWorld.StartAsync();
        var action = CohortWorld.ConfirmAction(await world.RunAsync("olga", CohortWorld.Create))!;
        Assert.InRange(action.Length, 1, 100);

        await world.SayAsync("olga", action);
        Assert.Contains("belongs to the cohort", await world.SayAsync("olga", action), StringComparison.Ordinal);
        Assert.Single(await world.Get<CohortStore>().ListAsync(WorkspaceId.Local, CancellationToken.None));
    }

    [Theory]
    [InlineData("course:mapp", "Did you mean map?")]
    [InlineData("zone:Europe/Berln", "Did you mean Europe/Berlin")]
    [InlineData("zone:Mars/Olympus", "There is no time zone")]
    [InlineData("start:2026-11-30", "is in the past")]
    [InlineData("start:2206-12-01", "check the year")]
    [InlineData("start:soon", "is no date")]
    [InlineData("grace:10081", "0 to 10080 minutes")]
    [InlineData("grace:-1", "0 to 10080 minutes")]
    [InlineData("holidays:XX", "are not known")]
    [InlineData("plan:\"mon 25:00\"", "is no time of day")]
    [InlineData("plan:mon,thu 09:00", "has no time. Put the days and the time in quotes")]
    [InlineData("plan:\"2026-11-01 09:00\"", "lie before")]
    [InlineData("channel:#mapp", "Did you mean #map?")]
    [InlineData("staff:#nowhere-at-all", "There is no channel “nowhere-at-all” here")]
    [InlineData("name:\"  \"", "a name of 1 to 80 characters")]
    [InlineData("gate:never", "It can be: date, lab, facilitator")]
    public async Task Wrong_input_is_answered_in_words_and_makes_nothing(string wrong, string expected)
    {
        await using var world = await CohortWorld.StartAsync();
        var option = wrong.Split(':')[0];
        var line = option switch
        {
            "plan" => $"cohort create course:map {wrong} zone:Europe/Berlin",
            "zone" => $"cohort create course:map plan:\"mon 09:00\" {wrong}",
            "course" => $"cohort create {wrong} plan:\"mon 09:00\" zone:Europe/Berlin",
            _ => $"{CohortWorld.Create} {wrong}",
        };
        Assert.Contains(expected, await world.SayAsync("olga", line), StringComparison.Ordinal);
        Assert.Empty(await world.Get<CohortStore>().ListAsync(WorkspaceId.Local, CancellationToken.None));
    }

    [Fact]
    public async Task Only_an_owner_creates()
    {
        await using var world = await CohortWorld.StartAsync();
        Assert.Contains("role owner", await world.SayAsync("frank", CohortWorld.Create), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_has_one_open_cohort()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("belongs to the cohort “The map” (number 1)", await world.SayAsync("olga", CohortWorld.Create), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_says_who_created_it()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var entry = Assert.Single(await world.Get<AuditLog>().ListAsync(WorkspaceId.Local, new CohortId(1), 10, CancellationToken.None));
        Assert.Equal(("cohort create", "The map"), (entry.Action, entry.Subject));
    }
}
