using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Lessons;

public sealed class LessonCommandTests
{
    [Fact]
    public async Task A_preview_shows_the_parts_as_the_channel_will_get_them_and_posts_nothing()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Chat.FitsWhen = document => document.Blocks.Count <= 3;

        var preview = await world.RunAsync("frank", "lesson preview 1");

        Assert.True(preview.IsPrivate);
        Assert.Contains("The channel gets it in 2 messages.\nPart 1 of 2\n1. Lesson 1", Words.Of(preview.Document), StringComparison.Ordinal);
        Assert.Empty(world.Chat.Messages);
        await world.PostAsync(1);
        Assert.Equal(2, world.Chat.In(world.Channel).Count);
        Assert.Contains("[Start lab]", world.Chat.In(world.Channel)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posting_ahead_of_the_date_asks_first_clears_the_alarm_and_is_in_the_audit()
    {
        await using var world = await LessonWorld.StartAsync();
        world.Alarms.Set["local|1|lesson-2|1"] = world.Clock.GetUtcNow();

        Assert.Contains("Post “Lesson 2” to December now?", await world.SayAsync("frank", "lesson post 2"), StringComparison.Ordinal);
        Assert.Empty(world.Chat.Messages);
        var done = await world.ConfirmAsync("frank", "lesson post 2");
        await world.SendAsync();
        await world.PostAsync(2);

        Assert.True(done.ReplacesPressed);
        Assert.Single(world.Chat.In(world.Channel));
        Assert.Empty(world.Alarms.Set);
        var entry = Assert.Single(await world.AuditAsync());
        Assert.Equal(("lesson post", "Lesson 2", "Planned", "Posting"), (entry.Action, entry.Subject, entry.Before, entry.After));
    }

    [Fact]
    public async Task What_is_posted_is_not_posted_again_and_not_skipped()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);

        Assert.Contains("posted already", Words.Of((await world.ConfirmAsync("frank", "lesson post 1")).Document), StringComparison.Ordinal);
        Assert.Contains("posted already", Words.Of((await world.ConfirmAsync("frank", "lesson skip 1")).Document), StringComparison.Ordinal);
        Assert.Empty(await world.AuditAsync());
    }

    [Fact]
    public async Task A_skipped_lesson_does_not_come_and_can_still_be_posted()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.ConfirmAsync("frank", "lesson skip 1");
        await world.PostAsync(1);
        Assert.Empty(world.Chat.Messages);

        await world.ConfirmAsync("frank", "lesson post 1");
        await world.SendAsync();

        Assert.Single(world.Chat.In(world.Channel));
    }

    [Fact]
    public async Task An_unlock_says_whom_it_touches_opens_for_one_and_can_be_undone()
    {
        await using var world = await LessonWorld.StartAsync();
        var asked = await world.SayAsync("frank", "lesson unlock lesson-2 member:@amina");

        var done = await world.ConfirmAsync("frank", "lesson unlock lesson-2 member:@amina");
        Assert.Contains("Body.", await world.SayAsync("amina", "my lesson 2"), StringComparison.Ordinal);
        Assert.Contains("not open to you yet", await world.SayAsync("ben", "my lesson 2"), StringComparison.Ordinal);
        await world.RunAsync("frank", Words.Actions(done.Document)[0]);

        Assert.Contains("one person: Amina", asked, StringComparison.Ordinal);
        Assert.Contains("not open to you yet", await world.SayAsync("amina", "my lesson 2"), StringComparison.Ordinal);
        Assert.Equal(["lesson lock", "lesson unlock"], (await world.AuditAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task An_unlock_whose_people_have_changed_is_refused()
    {
        await using var world = await LessonWorld.StartAsync();
        var asked = await world.RunAsync("frank", "lesson unlock 2");
        await world.ConfirmAsync("frank", "lesson unlock 2 member:@amina");

        var said = Words.Of((await world.RunAsync("frank", Words.Actions(asked.Document)[0])).Document);

        Assert.Contains("Something has changed", said, StringComparison.Ordinal);
        Assert.Contains("not open to you yet", await world.SayAsync("ben", "my lesson 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unlock_says_whether_nobody_is_there_or_everybody_has_it_open()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.ConfirmAsync("frank", "lesson unlock 2");
        Assert.Contains("“Lesson 2” is open already", await world.SayAsync("frank", "lesson unlock 2"), StringComparison.Ordinal);

        await world.Test.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM enrolments"), CancellationToken.None);
        Assert.Contains("Nobody is enrolled in December yet", await world.SayAsync("frank", "lesson unlock 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_how_each_lesson_stands()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);
        await world.ConfirmAsync("frank", "lesson skip 2");

        var list = await world.SayAsync("frank", "lesson list");

        Assert.Contains("1. Lesson 1 | posted | Mon 7 Dec, 09:00", list, StringComparison.Ordinal);
        Assert.Contains("2. Lesson 2 | left out", list, StringComparison.Ordinal);
        Assert.Contains("3. Lesson 3 | planned | Mon 21 Dec, 09:00", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lesson post 1")]
    [InlineData("lesson skip 1")]
    [InlineData("lesson unlock 1")]
    [InlineData("lesson lock 1")]
    [InlineData("lesson preview 1")]
    [InlineData("lesson list")]
    public async Task A_member_may_not(string line)
    {
        await using var world = await LessonWorld.StartAsync();

        Assert.Contains("Only people with the role", await world.SayAsync("amina", line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lesson preview 9", "has no lesson “9”")]
    [InlineData("lesson preview lesson-22", "Did you mean lesson-2?")]
    [InlineData("lesson preview", "needs lesson:")]
    public async Task A_lesson_that_does_not_exist_is_answered_in_words(string line, string expected)
    {
        await using var world = await LessonWorld.StartAsync();

        Assert.Contains(expected, await world.SayAsync("frank", line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_cohort_is_read_only()
    {
        await using var world = await LessonWorld.StartAsync();
        await world.PostAsync(1);
        await world.ChangeCohortAsync(CohortState.Closed);

        await world.RunAsync("frank", "lesson post 2 cohort:1 confirm:planned1");

        Assert.Equal(SlotState.Planned, await world.StateAsync(2));
        Assert.Contains("Body.", await world.SayAsync("amina", "my lesson 1"), StringComparison.Ordinal);
    }
}
