using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Operations;

namespace CohortBot.Tests.Lessons;

[Collection(FiguresAlone.Name)]
public sealed class LessonFigureTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public async Task A_lesson_is_late_a_minute_after_its_hour_and_posted_when_it_stands(int seconds, int late)
    {
        await using var world = await LessonWorld.StartAsync();
        using var lateOnes = new CountedFigure("cohortbot.lessons.late");
        using var posted = new CountedFigure("cohortbot.lessons.posted");

        await world.RingAsync(1, TimeSpan.FromSeconds(seconds));
        Assert.Equal((late, 0), (lateOnes.Sum, posted.Sum));
        await world.SendAsync();

        Assert.Equal((late, 1), (lateOnes.Sum, posted.Sum));
    }

    [Theory]
    [InlineData(LessonGate.Facilitator, 0, "by_hand")]
    [InlineData(LessonGate.Date, 300, "too_late")]
    public async Task A_lesson_that_is_left_to_the_facilitators_is_counted_with_its_reason(LessonGate gate, int minutes, string reason)
    {
        await using var world = await LessonWorld.StartAsync(gate);
        using var offered = new CountedFigure("cohortbot.lessons.offered", reason);
        using var all = new CountedFigure("cohortbot.lessons.offered");

        await world.RingAsync(1, TimeSpan.FromMinutes(minutes));

        Assert.Equal((1, 1), (offered.Sum, all.Sum));
    }

    [Fact]
    public async Task A_lesson_that_the_platform_refuses_is_counted_as_refused_and_not_as_posted()
    {
        await using var world = await LessonWorld.StartAsync();
        using var refused = new CountedFigure("cohortbot.lessons.offered", "refused");
        using var posted = new CountedFigure("cohortbot.lessons.posted");
        world.Chat.FailNext(new ChatException("The channel is gone.", isTransient: false));

        await world.PostAsync(1);

        Assert.Equal((1, 0), (refused.Sum, posted.Sum));
    }
}
