using CohortBot.Cohorts;
using CohortBot.Storage;

namespace CohortBot.Tests.Cohorts;

public sealed class CohortChangesTests
{
    private static readonly string[] AsCreated = ["2026-12-03T09:00", "2026-12-07T09:00", "2026-12-10T09:00", "2026-12-14T09:00", "2026-12-17T09:00"];

    [Theory]
    [InlineData("cohort pause")]
    [InlineData("cohort shift 7")]
    [InlineData("cohort close")]
    [InlineData("cohort schedule plan:\"tue 10:00\"")]
    [InlineData("cohort holiday add date:2026-12-07 name:Strike")]
    public async Task A_change_is_only_shown_until_it_is_confirmed(string line)
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var before = await world.CohortAsync();

        var shown = await world.RunAsync("frank", line);

        Assert.Contains("Lesson | Before | After | Why moved", CohortWorld.Text(shown.Document), StringComparison.Ordinal);
        Assert.InRange(CohortWorld.ConfirmAction(shown)!.Length, 1, 100);
        Assert.Equal(before, await world.CohortAsync());
        Assert.Equal(AsCreated, await world.DuesAsync());
        Assert.Equal(5, world.Alarms.Set.Count);
    }

    [Theory]
    [InlineData("cohort preview")]
    [InlineData("cohort pause")]
    [InlineData("cohort shift 1")]
    [InlineData("cohort enrol @amina")]
    [InlineData("cohort list")]
    [InlineData("cohort history")]
    [InlineData("cohort role @amina assistant")]
    public async Task A_member_is_refused_in_words(string line)
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("Only people with the role", await world.SayAsync("amina", line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_plan_moves_what_is_to_come_and_keeps_what_was_posted()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        world.Clock.SetTo(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero));
        await world.MarkPostedAsync(1);

        var shown = await world.SayAsync("frank", "cohort schedule plan:\"tue 10:00\" zone:Europe/London grace:30 gate:lab");
        Assert.Contains("Plan: mon,thu 09:00 → tue 10:00", shown, StringComparison.Ordinal);
        Assert.Contains("Time zone: Europe/Berlin → Europe/London", shown, StringComparison.Ordinal);
        Assert.Contains("Grace period: 60 minutes → 30 minutes", shown, StringComparison.Ordinal);
        Assert.Contains("2. Title 2 | Mon 7 Dec, 09:00 (UTC+01:00) | Tue 8 Dec, 10:00 (UTC+00:00)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1. Title 1", shown, StringComparison.Ordinal);

        Assert.Contains("Done", await world.ConfirmAsync("frank", "cohort schedule plan:\"tue 10:00\" zone:Europe/London grace:30 gate:lab"), StringComparison.Ordinal);
        Assert.Equal(["2026-12-03T09:00", "2026-12-08T10:00", "2026-12-15T10:00", "2026-12-22T10:00", "2026-12-29T10:00"], await world.DuesAsync());
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 10, 0, 0, TimeSpan.Zero), world.Alarms.Set["local|1|lesson-2|1"]);
        Assert.Equal(LessonGate.Lab, (await world.CohortAsync()).Gate);
    }

    [Fact]
    public async Task Holidays_of_a_country_move_lessons_and_the_reason_is_shown()
    {
        await using var world = await CohortWorld.StartWithCohortAsync(CohortWorld.Create.Replace("mon,thu", "fri", StringComparison.Ordinal));
        var shown = await world.SayAsync("frank", "cohort schedule holidays:Germany");
        Assert.Contains("Public holidays: none → Germany", shown, StringComparison.Ordinal);
        Assert.Contains("4. Title 4 | Fri 25 Dec, 09:00 (UTC+01:00) | Fri 8 Jan, 09:00 (UTC+01:00) | Fri 25 Dec 2026 is Christmas Day; Fri 1 Jan 2027 is New Year's Day", shown, StringComparison.Ordinal);
        await world.ConfirmAsync("frank", "cohort schedule holidays:DE");
        Assert.Contains("is Christmas Day", await world.SayAsync("frank", "cohort preview"), StringComparison.Ordinal);
        await world.ConfirmAsync("frank", "cohort schedule holidays:none");
        Assert.Equal("2026-12-25T09:00", (await world.DuesAsync())[3]);
    }

    [Fact]
    public async Task Own_days_off_are_added_listed_and_removed_and_a_list_that_ends_soon_warns()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var done = await world.ConfirmAsync("frank", "cohort holiday add 2026-12-07 until:2026-12-10 name:\"Project week\"");
        Assert.Contains("Your own list of days off ends on Thu 10 Dec 2026", done, StringComparison.Ordinal);
        Assert.Equal(["2026-12-03T09:00", "2026-12-14T09:00", "2026-12-17T09:00", "2026-12-21T09:00", "2026-12-24T09:00"], await world.DuesAsync());
        Assert.Contains("Mon 7 Dec 2026 | Project week", await world.SayAsync("frank", "cohort holiday"), StringComparison.Ordinal);
        Assert.Contains("Thu 10 Dec 2026 is Project week", await world.SayAsync("frank", "cohort preview"), StringComparison.Ordinal);

        await world.ConfirmAsync("frank", "cohort holiday remove 2026-12-07 until:2026-12-10");
        Assert.Equal(AsCreated, await world.DuesAsync());
        Assert.Contains("not on the cohort's own list", await world.SayAsync("frank", "cohort holiday remove 2026-12-07"), StringComparison.Ordinal);
        Assert.Contains("at most 120 days", await world.SayAsync("frank", "cohort holiday add 2026-12-07 until:2026-12-06"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_an_own_day_is_never_read_as_a_key()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("frank", "cohort holiday add 2026-12-07 name:\"@no_such_key\"");
        Assert.Contains("Mon 7 Dec 2026 is no_such_key", await world.SayAsync("frank", "cohort preview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_confirmation_changes_nothing()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var action = CohortWorld.ConfirmAction(await world.RunAsync("frank", "cohort shift 7"))!;
        await world.MarkPostedAsync(1);

        Assert.Contains("something has changed since it was shown", await world.SayAsync("frank", action), StringComparison.Ordinal);
        Assert.Equal(AsCreated, await world.DuesAsync());
    }

    [Fact]
    public async Task A_confirmation_pressed_twice_counts_once()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var action = CohortWorld.ConfirmAction(await world.RunAsync("frank", "cohort shift 7"))!;
        Assert.Contains("Done", await world.SayAsync("frank", action), StringComparison.Ordinal);
        Assert.Contains("was done already", await world.SayAsync("frank", action), StringComparison.Ordinal);
        Assert.Equal("2026-12-10T09:00", (await world.DuesAsync())[0]);
    }

    [Fact]
    public async Task A_confirmation_needs_the_rights_of_the_one_who_presses()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var line = $"cohort schedule plan:\"{string.Join(", ", Enumerable.Range(2, 9).Select(day => $"2027-01-{day:00} 09:00"))}\"";
        var action = CohortWorld.ConfirmAction(await world.RunAsync("frank", line))!;
        Assert.StartsWith("cohort confirm line:", action, StringComparison.Ordinal);
        Assert.Contains("Only people with the role", await world.SayAsync("amina", action), StringComparison.Ordinal);
        Assert.Equal(AsCreated, await world.DuesAsync());
        Assert.Contains("Done", await world.SayAsync("frank", action), StringComparison.Ordinal);
        Assert.Equal("2027-01-02T09:00", (await world.DuesAsync())[0]);
    }

    [Fact]
    public async Task A_closed_cohort_keeps_its_slots_without_alarms_and_refuses_every_change()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("frank", "cohort close");
        Assert.Empty(world.Alarms.Set);
        Assert.Equal(AsCreated, await world.DuesAsync());
        string[] lines =
        [
            "cohort pause", "cohort resume", "cohort shift 1", "cohort close", "cohort schedule grace:5", "cohort holiday add 2026-12-24", "cohort enrol @amina",
            "cohort role @amina assistant", "my join", "my leave",
        ];
        foreach (var line in lines)
            Assert.Contains("was closed on Tue 1 Dec 2026 and can only be read", await world.SayAsync("olga", line), StringComparison.Ordinal);
        Assert.Contains("Closed.", await world.SayAsync("olga", "cohort preview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_that_gains_lessons_gives_them_places_and_one_that_loses_them_takes_theirs()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        world.Library.Shelf = CohortWorld.FakeLibrary.WithLessons(6);
        await world.Get<CourseFollower>().FollowAsync(CancellationToken.None);
        Assert.Equal(AsCreated.Append("2026-12-21T09:00"), await world.DuesAsync());
        Assert.Equal(6, world.Alarms.Set.Count);

        world.Library.Shelf = CohortWorld.FakeLibrary.WithLessons(2);
        await world.Get<CourseFollower>().FollowAsync(CancellationToken.None);
        Assert.Equal(AsCreated.Take(2), await world.DuesAsync());
        Assert.Equal(2, world.Alarms.Set.Count);
    }

    [Fact]
    public async Task Cohorts_that_are_in_line_with_their_course_are_looked_at_while_another_writes()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        var follower = world.Get<CourseFollower>();
        await world.Get<Database>().WriteAsync(
            _ => follower.FollowAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)), CancellationToken.None); // a write would wait for this one
        Assert.Equal(AsCreated, await world.DuesAsync());
    }

    [Fact]
    public async Task The_history_says_who_changed_what()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        await world.ConfirmAsync("frank", "cohort pause");
        await world.SayAsync("frank", "cohort enrol @amina");
        var history = await world.SayAsync("frank", "cohort history");
        Assert.Contains("| Frank | /cohort pause The map | state: Running → state: Paused", history, StringComparison.Ordinal);
        Assert.Contains("| Frank | /cohort enrol Amina | in", history, StringComparison.Ordinal);
        Assert.Contains("| Olga | /cohort create The map", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_said_in_the_callers_language()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Contains("Ich spreche ab jetzt Deutsch", await world.SayAsync("frank", "my language de"), StringComparison.Ordinal);
        Assert.Contains("Lektionen von The map verschieben?", await world.SayAsync("frank", "cohort shift 7"), StringComparison.Ordinal);
        Assert.Contains("Es wurde nichts geändert", await world.SayAsync("frank", "cohort create course:map plan:\"mo 09:00\""), StringComparison.Ordinal);
        var shown = await world.SayAsync("frank", "cohort schedule holidays:Deutschland plan:\"fr 9:00 uhr\"");
        Assert.Contains("Feiertage: keine → Deutschland", shown, StringComparison.Ordinal);
        Assert.Contains("der erste Weihnachtstag", shown, StringComparison.Ordinal);
        Assert.Contains("Erledigt", await world.ConfirmAsync("frank", "cohort pause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_offers_what_fits()
    {
        await using var world = await CohortWorld.StartWithCohortAsync();
        Assert.Equal("Europe/Berlin", (await world.SuggestAsync("olga", "/cohort create zone:"))[0].Label);
        Assert.Contains(await world.SuggestAsync("olga", "/cohort create zone:reykj"), suggestion => suggestion.Label == "Atlantic/Reykjavik");
        Assert.Contains(await world.SuggestAsync("olga", "/cohort create course:"), suggestion => suggestion.Label == "map");
        Assert.Contains(await world.SuggestAsync("frank", "/cohort schedule holidays:germ"), suggestion => suggestion.Label == "DE");
        Assert.Contains(await world.SuggestAsync("frank", "/cohort enrol person:@am"), suggestion => suggestion.Label == "@Amina");
        Assert.Contains(await world.SuggestAsync("olga", "/cohort create channel:#sec"), suggestion => suggestion.Label == "#second");
        Assert.Contains(await world.SuggestAsync("frank", "/cohort schedule gate:l"), suggestion => suggestion.Label == "lab");
    }
}
