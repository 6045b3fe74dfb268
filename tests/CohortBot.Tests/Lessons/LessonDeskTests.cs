using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Lessons;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

public sealed class LessonDeskTests
{
    [Theory]
    [InlineData(119, "119 min late")]
    [InlineData(120, "2 hours late")]
    [InlineData(2879, "47 hours late")]
    [InlineData(2880, "2 days late")]
    public async Task A_lesson_that_was_offered_says_how_late_it_is_when_it_is_posted_after_all(int minutes, string expected)
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1, TimeSpan.FromMinutes(61));
        world.Clock.SetTo(LessonWorld.FirstDue.AddMinutes(minutes));

        await world.ConfirmAsync("frank", "lesson post 1");
        await world.SendAsync();

        Assert.Contains($"min to read · {expected}\n", Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(119, "min to read\n")]
    [InlineData(120, "min to read · 2 min late\n")]
    public async Task Below_two_minutes_nobody_calls_it_late(int seconds, string expected)
    {
        await using var world = await LessonWorld.StartAsync();

        await world.RingAsync(1, TimeSpan.FromSeconds(seconds));
        await world.SendAsync();

        Assert.Contains(expected, Assert.Single(world.Chat.In(world.Channel)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing of ours")]
    [InlineData("local|1|lesson-1|2")]
    [InlineData("local|1|lesson-9|1")]
    [InlineData("local|2|lesson-1|1")]
    public async Task An_alarm_of_another_edition_or_of_nothing_that_is_known_posts_nothing(string name)
    {
        await using var world = await LessonWorld.StartAsync();
        world.Clock.SetTo(LessonWorld.FirstDue);

        await world.Get<LessonPoster>().RingAsync(name, CancellationToken.None);

        Assert.Equal(SlotState.Planned, await world.StateAsync(1));
    }

    [Theory]
    [InlineData("welcome/1", 1)]
    [InlineData("lesson/1/lesson-1", 2)]
    public async Task The_arrival_of_something_else_leaves_a_lesson_on_its_way(string subject, int edition)
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1);

        await world.Get<LessonArrival>().SentAsync(new OutboxKey(WorkspaceId.Local, subject, edition), CancellationToken.None);
        await world.Get<LessonArrival>().DroppedAsync(new OutboxKey(WorkspaceId.Local, subject, edition), CancellationToken.None);

        Assert.Equal(SlotState.Posting, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_lesson_that_was_refused_while_nobody_noted_it_goes_back_to_the_facilitators_at_the_next_look()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Chat.FailNext(new ChatException("The channel is gone.", isTransient: false));
        await world.PostAsync(1);
        await world.WriteAsync(session => session.ExecuteAsync("UPDATE lesson_slots SET state = 'Posting' WHERE number = 1"));

        await world.CatchUpAsync();

        Assert.Equal(SlotState.Offered, await world.StateAsync(1));
    }

    [Fact]
    public async Task A_skipped_lesson_has_no_alarm_is_skipped_once_and_is_told_to_members_as_left_out()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Alarms.Set["local|1|lesson-1|1"] = world.Clock.GetUtcNow();

        var done = await world.ConfirmAsync("frank", "lesson skip 1");
        var again = await world.ConfirmAsync("frank", "lesson skip 1");

        Assert.True(done.ReplacesPressed);
        Assert.Empty(world.Alarms.Set);
        Assert.Contains("left out already", Words.Of(again.Document), StringComparison.Ordinal);
        Assert.Contains("1. Lesson 1: left out this time", await world.SayAsync("amina", "my lessons"), StringComparison.Ordinal);
        var entry = Assert.Single(await world.AuditAsync());
        Assert.Equal(("lesson skip", "Planned", "Skipped"), (entry.Action, entry.Before, entry.After));
    }

    [Fact]
    public async Task A_lesson_without_a_place_in_the_calendar_cannot_be_posted()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.WriteAsync(session => session.ExecuteAsync("DELETE FROM lesson_slots WHERE number = 3"));

        Assert.Contains("has no place in the calendar yet", await world.SayAsync("frank", "lesson post 3"), StringComparison.Ordinal);
        Assert.Contains("3. Lesson 3: has no date yet", await world.SayAsync("amina", "my lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlocking_what_is_open_and_locking_what_was_not_opened_say_so_and_leave_no_trace()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);

        var unlocked = await world.RunAsync("frank", "lesson unlock 1");
        var pressed = await world.RunAsync("frank", "lesson unlock 1 confirm:00000000");
        var locked = await world.RunAsync("frank", "lesson lock 1");
        var lockedOne = await world.SayAsync("frank", "lesson lock 1 member:@amina");

        Assert.Contains("is open already, so there is nothing to unlock", Words.Of(unlocked.Document), StringComparison.Ordinal);
        Assert.False(unlocked.ReplacesPressed);
        Assert.True(pressed.ReplacesPressed);
        Assert.Contains("was not opened by hand for everybody", Words.Of(locked.Document), StringComparison.Ordinal);
        Assert.True(locked.ReplacesPressed);
        Assert.Contains("was not opened by hand for Amina", lockedOne, StringComparison.Ordinal);
        Assert.Empty(await world.AuditAsync());
    }

    [Fact]
    public async Task An_unlock_for_everybody_names_whom_it_touches_and_posts_what_was_held()
    {
        await using var world = await LessonWorld.StartAsync(LessonGate.Facilitator);
        await world.RingAsync(1);
        await world.ConfirmAsync("frank", "lesson unlock 1 member:@amina");
        Assert.Equal(SlotState.Held, await world.StateAsync(1));
        var asked = await world.SayAsync("frank", "lesson unlock 1");

        var done = await world.ConfirmAsync("frank", "lesson unlock 1");

        Assert.Contains("one person: Ben.", asked, StringComparison.Ordinal);
        Assert.True(done.ReplacesPressed);
        Assert.Equal(SlotState.Posting, await world.StateAsync(1));
    }

    [Theory]
    [InlineData("lesson post 1")]
    [InlineData("lesson skip 1")]
    [InlineData("lesson unlock 1")]
    [InlineData("lesson lock 1")]
    public async Task In_a_closed_cohort_the_desk_is_closed(string line)
    {
        await using var world = await LessonWorld.StartAsync();
        await world.ChangeCohortAsync(CohortState.Closed);

        Assert.Contains("closed", await world.SayAsync("frank", line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LESSON-1")]
    [InlineData("\"lesson 1\"")]
    [InlineData("\" 1 \"")]
    public async Task A_lesson_is_called_by_number_id_or_title(string typed)
    {
        await using var world = await LessonWorld.StartAsync();

        Assert.Contains("1. Lesson 1", await world.SayAsync("frank", $"lesson preview lesson:{typed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_runs_the_cohort_reads_a_lesson_before_it_opens_and_members_get_buttons_for_what_is_open()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);

        var lessons = await world.RunAsync("amina", "my lessons");

        Assert.Contains("Body.", await world.SayAsync("frank", "my lesson 3"), StringComparison.Ordinal);
        Assert.Contains("not open to you yet", await world.SayAsync("amina", "my lesson 3"), StringComparison.Ordinal);
        Assert.Equal(["my lesson number:1 cohort:1"], Words.Actions(lessons.Document));
    }

    [Fact]
    public async Task While_nothing_is_open_there_is_no_button()
    {
        await using var world = await LessonWorld.StartAsync();

        Assert.Empty(Words.Actions((await world.RunAsync("amina", "my lessons")).Document));
    }

    [Fact]
    public async Task The_list_shows_when_a_lesson_was_posted_and_why_another_was_moved()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.RingAsync(1, TimeSpan.FromMinutes(20));
        await world.SendAsync();
        await world.WriteAsync(session => session.ExecuteAsync("UPDATE lesson_slots SET moved_because = 'taken' WHERE number = 2"));
        await world.WriteAsync(session => session.ExecuteAsync("UPDATE lesson_slots SET due_at = NULL WHERE number = 3"));

        var list = await world.SayAsync("frank", "lesson list");

        Assert.Contains("1. Lesson 1 | posted | Mon 7 Dec, 09:20\n", list, StringComparison.Ordinal);
        Assert.Contains("Mon 14 Dec, 09:00 (the lesson before it was moved here or later)", list, StringComparison.Ordinal);
        Assert.EndsWith("3. Lesson 3 | planned | ", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lesson post lesson:", "lesson-2")]
    [InlineData("lesson skip lesson:", "lesson-2")]
    [InlineData("lesson preview lesson:", "lesson-2")]
    [InlineData("lesson unlock lesson:", "lesson-2")]
    [InlineData("lesson lock lesson:", "lesson-2")]
    [InlineData("lesson unlock member:@am", "@Amina")]
    [InlineData("lesson lock member:@am", "@Amina")]
    [InlineData("my lesson number:", "lesson-2")]
    public async Task What_a_command_needs_is_offered_for_completion(string line, string expected)
    {
        await using var world = await LessonWorld.StartAsync();
        var call = new CommandCall { User = new UserRef(WorkspaceId.Local, "frank"), UserName = "Frank", Place = world.Channel, Line = $"/{line}" };

        Assert.Contains(await world.Get<IInteractions>().SuggestAsync(call, CancellationToken.None), offered => offered.Label == expected);
    }
}
