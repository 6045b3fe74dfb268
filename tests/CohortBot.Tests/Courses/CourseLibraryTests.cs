using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace CohortBot.Tests.Courses;

public sealed class CourseLibraryTests : IDisposable
{
    private readonly MiniLibrary _files = new();
    private readonly Mock<ILogger<CourseLibrary>> _log = new();

    public CourseLibraryTests() => _log.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);

    [Fact]
    public void A_broken_library_stops_the_start_with_all_problems_in_one_message()
    {
        _files.Edit(MiniLibrary.Lesson, "minutes: 9", "minuts: 9");
        _files.Edit(MiniLibrary.Prompt, "0.6", "6");

        var exception = Assert.Throws<CourseException>(() => Create().Load());

        Assert.Contains("lessons/map/1-market.md:5", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean `minutes`?", exception.Message, StringComparison.Ordinal);
        Assert.Contains("prompts/fit/prompt.yaml:12", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_taken_and_a_broken_one_leaves_the_last_good_version()
    {
        var library = Create();
        library.Load();

        _files.Edit(MiniLibrary.Course, "title: The map", "title: A map");
        Assert.True(await library.ReloadAsync(CancellationToken.None));
        Assert.Equal("A map", library.Shelf.Courses[0].Title);
        Assert.Empty(library.LastProblems);

        _files.Edit(MiniLibrary.Course, "title: A map", "titel: The map");
        Assert.False(await library.ReloadAsync(CancellationToken.None));
        Assert.Equal("A map", library.Shelf.Courses[0].Title);
        Assert.Equal(MiniLibrary.Course, Assert.Single(library.LastProblems).File);
        _log.Verify(Logged(LogLevel.Warning), Times.Once);

        _files.Edit(MiniLibrary.Course, "titel: The map", "title: The map");
        Assert.True(await library.ReloadAsync(CancellationToken.None));
        Assert.Empty(library.LastProblems);
    }

    [Fact]
    public async Task Files_are_read_again_when_they_have_rested()
    {
        var clock = new ManualClock();
        var taken = new TaskCompletionSource();
        var library = Create();
        using var watcher = new CourseWatcher(library, clock, NullLogger<CourseWatcher>.Instance);
        await watcher.StartAsync(CancellationToken.None);
        _log.Setup(Logged(LogLevel.Information)).Callback(() => taken.TrySetResult());

        _files.Edit(MiniLibrary.Course, "title: The map", "title: A map");
        watcher.Notice();
        Assert.Equal("The map", library.Shelf.Courses[0].Title);
        while (!taken.Task.IsCompleted)
        {
            clock.Advance(CourseWatcher.Rest);
            await Task.Yield();
        }

        Assert.Equal("A map", library.Shelf.Courses[0].Title);
        await watcher.StopAsync(CancellationToken.None);
    }

    public void Dispose() => _files.Dispose();

    private static System.Linq.Expressions.Expression<Action<ILogger<CourseLibrary>>> Logged(LogLevel level) => log =>
        log.Log(level, It.IsAny<EventId>(), It.IsAny<It.IsAnyType>(), It.IsAny<Exception?>(), It.IsAny<Func<It.IsAnyType, Exception?, string>>());

    private CourseLibrary Create() => new(
        Options.Create(new CourseOptions { LessonsFolder = _files.Lessons, PromptsFolder = _files.Prompts }), new TextCatalogue(), _log.Object);
}
